"""Vale, the program that reads prose: where it is, and what it says about files.

Nothing is installed or downloaded from here, and no settings count but those of the project.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from readyroom.linting.prose import Alert, read_alerts

SETTINGS = ".vale.ini"
_TIMEOUT = 60  # seconds
_AT_ONCE = 200  # files in one call: command lines have an end
_MOST_REFUSED = 20  # each of them costs a call
_LONGEST_REASON = 300
# The command of the package on PyPI fetches the program at its first use, into the place of a tiny
# stand-in. It may hide behind the scripts of a version manager, so no script is taken by itself.
_FETCHER = b"vale.main"
_BIGGEST_SCRIPT = 1_000_000  # bytes; Vale has many times as many
_BIGGEST_STAND_IN = 1_000


class NoAnswerError(Exception):
    """Vale has done nothing: it cannot be started, takes too long, or refuses its settings."""


class _RefusedError(NoAnswerError):
    """Vale has stopped, at the file `path` if it says so."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Found:
    """Where the program is; "" if nowhere. `unfetched` is set where what would fetch it is here."""

    program: str
    unfetched: bool = False


@dataclass(slots=True)
class Answer:
    """The alerts by path, and why Vale could not read the other files."""

    alerts: dict[str, tuple[Alert, ...]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def find_program(chosen: Path | None = None) -> Found:
    """The program that the settings name, else the one on the system's path, else the one that the
    package from PyPI has fetched. Nothing that would fetch it is ever taken."""
    if chosen:
        candidates = list(filter(None, [shutil.which(str(chosen))]))
        programs = [found for found in candidates if not _is_fetcher(found)]
    else:
        candidates = [found for folder in os.get_exec_path() if (found := _in_folder(folder))]
        programs = [found for found in candidates if not _is_script(found)]
    unfetched = any(map(_is_fetcher, candidates))
    if unfetched or not chosen:
        programs += _fetched()
    return Found(next(iter(programs), ""), unfetched)


def _in_folder(folder: str) -> str | None:
    # A relative folder would be one of the project, which must not choose what is run.
    return shutil.which("vale", path=folder) if os.path.isabs(folder) else None


def _is_script(program: str) -> bool:
    return os.path.getsize(program) < _BIGGEST_SCRIPT


def _is_fetcher(program: str) -> bool:
    try:
        return _is_script(program) and _FETCHER in Path(program).read_bytes()
    except OSError:
        return True


def _fetched() -> Iterator[str]:
    """Where the package keeps the program once it has it: among the libraries of this Python."""
    beside = str(Path(__file__).resolve().parents[2])
    for folder in dict.fromkeys((sysconfig.get_path("purelib"), beside)):
        program = os.path.join(folder, "vale", "vale_bin")
        if os.path.isfile(program) and os.path.getsize(program) > _BIGGEST_STAND_IN:
            yield program


@dataclass(frozen=True, slots=True)
class Vale:
    """The program, the settings that it is to read and the folder that paths are relative to."""

    program: str
    settings: Path
    root: Path

    def ask(self, texts: Mapping[str, bytes | None]) -> Answer:
        """What Vale says about files; one with bytes is read as if they stood in it.

        A file that Vale cannot read costs no other. Raises NoAnswerError where it reads none.
        """
        answer = Answer()
        stored = [path for path, text in texts.items() if text is None]
        for start in range(0, len(stored), _AT_ONCE):
            self._ask_about(stored[start : start + _AT_ONCE], answer)
        for path, text in texts.items():
            if text is not None:
                self._ask_about([path], answer, text)
        return answer

    def _ask_about(self, paths: Sequence[str], answer: Answer, text: bytes | None = None) -> None:
        """One call, and another one without the file that Vale has stopped at."""
        while paths:
            what = ["--", *paths] if text is None else ["--ext=.md", f"--path={paths[0]}"]
            try:
                answer.alerts |= self._run(what, text or b"")
                return
            except _RefusedError as refusal:
                if refusal.path not in paths or len(answer.refused) >= _MOST_REFUSED:
                    raise
                answer.refused[refusal.path] = refusal.reason
                paths = [path for path in paths if path != refusal.path]

    def _run(self, what: Sequence[str], text: bytes) -> dict[str, tuple[Alert, ...]]:
        options = ["--no-global", f"--config={self.settings}", "--output=JSON", "--no-exit"]
        try:
            done = subprocess.run(
                [self.program, *options, *what],
                cwd=self.root,
                env={name: value for name, value in os.environ.items() if name[:5] != "VALE_"},
                input=text,
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NoAnswerError(f"no answer within {_TIMEOUT} seconds") from None
        except OSError as error:
            raise NoAnswerError(error.strerror or str(error)) from None
        if done.returncode:
            raise _refusal(done.stderr.decode("utf-8", "replace"), done.returncode)
        try:
            found = read_alerts(done.stdout.decode("utf-8"))
        except ValueError:
            raise NoAnswerError("its output cannot be read") from None
        return {path.replace(os.sep, "/"): alerts for path, alerts in found.items()}


def _refusal(printed: str, code: int) -> _RefusedError:
    """Why Vale has stopped: it says so in JSON, and in plain words where it has crashed."""
    try:
        told = json.loads(printed)
        path, reason = str(told["Path"]).replace(os.sep, "/"), str(told["Text"])
    except (ValueError, TypeError, KeyError):
        path, reason = "", printed
    short = " ".join(reason.split())[:_LONGEST_REASON].rstrip(".")
    return _RefusedError(path, short or f"it ended with code {code}")
