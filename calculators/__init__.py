"""Sales calculators: every formula, rate and number format of the Sales Playbook."""
