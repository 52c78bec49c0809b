"""Tests of the plugin inside real builds; `playbook` builds small ones."""
