"""Why figures that words bring together may still not be set against each other."""
