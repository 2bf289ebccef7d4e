"""An answer as HTML: what both the build and the browser write."""
