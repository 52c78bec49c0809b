"""What came of trying rules on their own pages, for their authors to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readyroom.linting.examples import ExampleResult
from readyroom.linting.trial import Trial
from readyroom.reporters.terminal.style import paint


def told(trial: Trial, *, color: bool) -> str:
    """One line for a rule that does what it shows; else each example that came out otherwise."""
    name = paint(trial.rule.id, "bold", color=color)
    examples = _counted(len(trial.results), "example")
    if trial.passed:
        return f"{name}: {examples}, all as shown.\n"
    lines = [f"{name}: {examples}, {_wrong(trial)}."]
    lines += [f"  {paint(fault, 'red', color=color)}" for fault in trial.faults]
    for result in trial.failed:
        lines += [f"  {paint(_title(trial, result), 'red', color=color)}"]
        lines += [f"    {line}".rstrip() for line in difference(result)]
    return "\n".join(lines) + "\n"


def summary(trials: Sequence[Trial]) -> str:
    """The last line: how many rules and examples there were, and how many are not as shown."""
    failed = sum(len(trial.failed) + len(trial.faults) for trial in trials)
    counted = _counted(sum(len(trial.results) for trial in trials), "example")
    outcome = f"{failed} not as shown" if failed else "all as shown"
    return f"{_counted(len(trials), 'rule')}, {counted}: {outcome}.\n"


def _wrong(trial: Trial) -> str:
    return f"{len(trial.failed)} not as shown" if trial.failed else "but something is wrong"


def _title(trial: Trial, result: ExampleResult) -> str:
    """Which example it is: its section, its number there, and the words behind its fence."""
    same = [one for one in trial.results if one.example.section == result.example.section]
    words = f" ({result.example.info})" if result.example.info else ""
    return f"{result.example.section}, example {same.index(result) + 1}{words}"


def difference(result: ExampleResult) -> Iterator[str]:
    """Where findings were expected and where they were found, then the example with its lines."""
    yield f"expected: {_lines(result.expected)}"
    yield f"found: {_lines(result.found)}"
    for line, message in zip(result.found, result.messages, strict=True):
        yield f"  line {line}: {message}"
    for number, text in enumerate(result.example.text.split("\n"), 1):
        yield f"{number:>4} | {text}"
    shown = result.example.fixed
    if shown is not None and (result.fixed or "").rstrip() != shown.rstrip():
        yield "after its fix:" if result.fixed is not None else "after its fix: there is none"
        yield from (f"     | {text}" for text in (result.fixed or "").rstrip().split("\n"))
        yield "shown as fixed:"
        yield from (f"     | {text}" for text in shown.rstrip().split("\n"))


def _lines(numbers: Iterable[int]) -> str:
    wanted = sorted(set(numbers))
    if not wanted:
        return "nothing"
    return f"line{'s' * (len(wanted) > 1)} {', '.join(map(str, wanted))}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
