"""Everything that turns pages and calculators into the site, and serves it on this machine."""
