"""Tests of the generated pages; `small_site` and `allow_list` are shared with the plugin's tests."""
