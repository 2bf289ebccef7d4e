"""Visit frequency programme by the workload method (bezoekfrequentieprogramma)."""
