"""Where MkDocs asks, Readyroom answers: one check per build, finished pages in place of briefs."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateError
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from readyroom.mkdocs_plugin import search
from readyroom.mkdocs_plugin.finished import FinishedPage, table_of_contents
from readyroom.mkdocs_plugin.placing import place, refuse_overwriting, remove_outside
from readyroom.mkdocs_plugin.reading import guarded_text
from readyroom.model.report import Report
from readyroom.model.status import Severity
from readyroom.pages.addresses import Addresses
from readyroom.pages.page import CollisionError, PageKind, Site
from readyroom.pages.site import site
from readyroom.parsing.brief import detect_language
from readyroom.parsing.sections import slug
from readyroom.workspace.check import Checked, check
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project, find_project
from readyroom.workspace.publish import MARKER, refuse_foreign
from readyroom.workspace.resources import shipped_templates, template_texts
