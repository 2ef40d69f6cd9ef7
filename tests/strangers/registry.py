"""The damages in the order in which they strike: the source errs, cells move, values suffer, then pages are cut.

Importing this module fills the registry.
"""
# ruff: noqa: F401, I001
import contradiction
import damage_rows
import damage_numbers
import damage_codes
import damage_texts
import damage_cuts
import damage_pages
