"""Tests of the generated pages; the plugin's tests use `allow_list` as well."""
