"""Figures that only numbers bring together: equations tried, and what words must allow before one is."""
