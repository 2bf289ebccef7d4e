"""Lists that outgrow one machine, on an engine that many machines share; the extra `cluster` brings it."""
