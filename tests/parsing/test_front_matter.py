"""Front matter: what is read, what is refused, and where. Numbers: cases of the hardening suite."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readyroom.model.brief import FrontMatter, Node
from readyroom.model.text import Source
from readyroom.parsing.front_matter import nodes as front_matter_nodes
from readyroom.parsing.front_matter import read_front_matter

Place = tuple[int, int]


@pytest.fixture(params=["C parser", "Python parser"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test with both YAML parsers."""
    if request.param == "Python parser":
        monkeypatch.setattr(front_matter_nodes, "EventParser", yaml.SafeLoader)


def read(text: str) -> FrontMatter:
    return read_front_matter(Source("a.md", text))[0]


def block(keys: str) -> str:
    return f"---\n{keys}\n---\n# Body\n"


def plain(text: str) -> dict[str, object]:
    return {name: node.plain for name, node in read(text).entries.items()}


def problems(text: str) -> list[tuple[int, int, str]]:
    source = Source("a.md", text)
    places = [(source.position(found.span.start), found) for found in read(text).problems]
    return [(place.line, place.column, str(found.message)) for place, found in places]


def helps(text: str) -> list[str]:
    return [str(found.help) for found in read(text).problems]


def all_nodes(nodes: Iterator[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node.value, tuple):
            yield from all_nodes(iter(node.value))
        elif isinstance(node.value, dict):
            yield from all_nodes(iter(node.value.values()))


# What YAML 1.1 would read as something else, and the few plain values that are not text.
PLAIN = {
    "NO": "NO",
    "no": "no",
    "yes": "yes",
    "on": "on",
    "off": "off",
    "y": "y",
    "010": "010",
    "0o17": "0o17",
    "0x1F": "0x1F",
    "1_000": "1_000",
    "+5": "+5",
    "12:30": "12:30",
    "12:30:45": "12:30:45",
    "60:40": "60:40",
    "2026-11-02": "2026-11-02",
    "2026-12-08 09:00 Europe/Warsaw": "2026-12-08 09:00 Europe/Warsaw",
    "2026-12-08T09:00:00+01:00": "2026-12-08T09:00:00+01:00",
    "Q1 2027": "Q1 2027",
    "1.2.3": "1.2.3",
    "=": "=",
    "0": 0,
    "12": 12,
    "-3": -3,
    "1.10": 1.1,
    "-0.5": -0.5,
    "1e3": 1000.0,
    "true": True,
    "True": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("written", PLAIN)
def test_17_plain_values_are_what_they_look_like(written: str) -> None:
    front = read(block(f"key: {written}"))
    node = front.entries["key"]
    assert (node.value, type(node.value)) == (PLAIN[written], type(PLAIN[written]))
    assert (node.written, front.problems) == (written, ())


@pytest.mark.usefixtures("parser")
def test_17_quoted_values_are_text_and_keys_are_text() -> None:
    text = block("on: \"1\"\nyes: 'true'\n1.10: \"~\"\nnull: 'x'")
    assert plain(text) == {"on": "1", "yes": "true", "1.10": "~", "null": "x"}


@pytest.mark.usefixtures("parser")
def test_nested_values_keep_their_places() -> None:
    text = block(
        "title: 'It''s on'\n"
        'list: [a, "b"]\n'
        "group:\n"
        "  amount: 12\n"
        "  who:\n"
        "    - x\n"
        "    - {y: z}\n"
        "long: |\n"
        "  one\n"
        "  two\n"
        "\n"
        "last: two\n"
        "  lines # comment"
    )
    source = Source("a.md", text)
    found = {
        text[node.key.start : node.key.end]: text[node.span.start : node.span.end]
        for node in all_nodes(iter(read(text).entries.values()))
    }
    assert found == {
        "title": "'It''s on'",
        "list": '[a, "b"]',
        "a": "a",
        '"b"': '"b"',
        "group": "amount: 12\n  who:\n    - x\n    - {y: z}",
        "amount": "12",
        "who": "- x\n    - {y: z}",
        "x": "x",
        "{y: z}": "{y: z}",
        "y": "z",
        "long": "|\n  one\n  two",
        "last": "two\n  lines",
    }
    assert plain(text)["long"] == "one\ntwo\n"
    assert plain(text)["last"] == "two lines"
    assert source.position(read(text).entries["last"].key.start).line == 13


ENDINGS = ["\n", "\r\n", "\r"]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("bom", [False, True])
def test_3_4_line_endings_and_a_byte_order_mark_change_nothing(ending: str, bom: bool) -> None:
    lines = ["---", "id: a", "long: |", "  one", "  two", "id: b", "x: 2026-02-30", "---", "body"]
    source = Source("a.md", ending.join(lines), bom)
    front, first = read_front_matter(source)
    assert {name: node.plain for name, node in front.entries.items()} == {
        "id": "a",
        "long": "one\ntwo\n",
        "x": "2026-02-30",
    }
    assert [source.position(found.span.start).line for found in front.problems] == [6, 7]
    assert "on line 2 and on line 6" in str(front.problems[0].message)
    assert (first, source.lines[first - 1]) == (9, "body")


def test_4_mixed_line_endings() -> None:
    source = Source("a.md", "---\r\nid: a\rtitle: b\n\r\n---\rbody")
    front, first = read_front_matter(source)
    assert ([*front.entries], first, source.lines[first - 1]) == (["id", "title"], 6, "body")


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029", "\ufeff"])
def test_4_other_line_separators_are_text(char: str) -> None:
    text = block(f"id: a{char}b\nnext: c")
    assert plain(text) == {"id": f"a{char}b", "next": "c"}
    assert problems(text) == []


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x0c", "\x1b", "\x7f", "\x9b", "\ud800", "\uffff"]
)
def test_5_6_control_characters_and_surrogates(char: str) -> None:
    text = block(f"id: a\ntitle: b{char}c\nlang: en")
    name = f"<U+{ord(char):04X}>"
    assert problems(text) == [(3, 9, f"The invisible character {name} may not stand here.")]
    assert plain(text) == {"id": "a", "title": "b\ufffdc", "lang": "en"}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "escape", [r"\0", r"\e", r"\ud800", r"\udfff\ud800", r"\x07", r"\U7fffffff"]
)
def test_6_escapes_do_not_bring_them_back(escape: str) -> None:
    text = block(f'id: a\ntitle: "{escape}"\nlang: en')
    assert [line for line, _, _ in problems(text)] == [3]
    repr(plain(text)).encode("utf-8")
    assert plain(text)["lang"] == "en"


@pytest.mark.parametrize("char", ["\u202e", "\u2066"])
def test_7_bidirectional_controls(char: str) -> None:
    assert problems(block(f"title: a{char}b")) == [
        (2, 9, f"The invisible character <U+{ord(char):04X}> may not stand here.")
    ]


def test_12_nothing_or_no_front_matter() -> None:
    texts = ("", " ", "\n\n", "# Title\n", "---", "---\n", "----\n# x\n", "---\n\n# A\n\n---\nb\n")
    assert [(read(text).exists, read_front_matter(Source("a", text))[1]) for text in texts] == [
        (False, 1)
    ] * len(texts)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\n---\nx", 3),
        ("---\nid: a\n---", 4),
        ("---\nid: a\n---\n", 4),
        ("---  \nid: a\n...\t\n\nx", 4),
        ("---\n# only a comment\n---\nx", 4),
    ],
)
def test_the_line_where_the_body_begins(text: str, body: int) -> None:
    assert read_front_matter(Source("a.md", text))[1] == body
    assert problems(text) == []


NEVER_CLOSED = "The front matter is never closed: the second line with `---` is missing."


@pytest.mark.parametrize(
    ("rest", "body", "keys"),
    [
        ("\n# Title\n\ntext\n", 4, {"id": "a", "status": "idea"}),
        ("\n# Title\n\ntext\n\n---\n\nmore\n", 4, {"id": "a", "status": "idea"}),
        ("\n## Goals\n---\n", 4, {"id": "a", "status": "idea"}),
        ("----\n# Title\n", 5, {"id": "a", "status": "idea"}),
        ("\nlang: en\n\nNote: text\n", 6, {"id": "a", "status": "idea", "lang": "en"}),
        ("", 4, {"id": "a", "status": "idea"}),
    ],
)
def test_14_never_closed(rest: str, body: int, keys: dict[str, str]) -> None:
    text = f"---\nid: a\nstatus: idea\n{rest}"
    assert problems(text) == [(1, 1, NEVER_CLOSED)]
    assert (plain(text), read_front_matter(Source("a.md", text))[1]) == (keys, body)


def test_14_blank_lines_and_comments_inside_are_fine() -> None:
    text = block("id: a\n\n# who\nowner: ana\n\nlong: |\n  one\n\n  two\n\n# end")
    assert (problems(text), [*plain(text)]) == ([], ["id", "owner", "long"])


@pytest.mark.parametrize("opening", ["\n---", "----", "–––", "—", "\ufeff---", "  ---"])
def test_14_an_opening_line_that_is_almost_right(opening: str) -> None:
    text = f"{opening}\nid: a\n---\nbody\n"
    assert [found[2] for found in problems(text)] == [
        "The front matter does not begin with `---` on line 1."
    ]
    assert plain(text) == {"id": "a"}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (block("- a\n- b"), [(2, 1, "The front matter is a list; it must be keys with values.")]),
        (block("just words"), [(2, 1, "This line has no key.")]),
        (block("a: 1\n--- {b: 2}"), [(3, 1, "A second block of keys begins here.")]),
        (
            "---\na: 1\n---\nb: 2\nc:\n  - d\n---\n# Body\n",
            [(4, 1, "A second block of keys follows the front matter; it counts as text.")],
        ),
    ],
)
def test_15_not_one_mapping(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert problems(text) == expected


@pytest.mark.usefixtures("parser")
def test_16_duplicate_keys() -> None:
    text = block("id: a\ntitle: b\nid: c\ngroup:\n  x: 1\n  x: 2")
    assert problems(text) == [
        (4, 1, "`id` is written twice: on line 2 and on line 4; the first one is used."),
        (7, 3, "`x` is written twice: on line 6 and on line 7; the first one is used."),
    ]
    assert plain(text) == {"id": "a", "title": "b", "group": {"x": 1}}


NO_DATES = [
    "2026-02-30",
    "2026-13-01",
    "2027-00-10",
    "25:61:61",
    "2026-02-10 25:00",
    "2026-02-10 10:61:00",
    "2026-01-01 10:00:00 +99:99",
    "0000-01-01",
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("written", NO_DATES)
def test_18_unreal_dates(written: str) -> None:
    text = block(
        f"id: a\nlist: [x, {written}]" if ":" not in written else f"id: a\nlist: {written}"
    )
    column = 11 if "[" in text else 7
    assert problems(text) == [(3, column, f"{written} is not a date.")]
    assert plain(text)["id"] == "a"


@pytest.mark.usefixtures("parser")
def test_19_a_number_of_5000_digits() -> None:
    text = block(f"a: {'9' * 5000}\nb: 1")
    assert problems(text) == [(2, 4, "This number has more than 100 digits.")]
    assert plain(text) == {"a": "9" * 5000, "b": 1}


TAG = "Tags are not allowed: a value cannot begin with an exclamation mark."


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "value",
    ["!!int x", "!!float x", "!!bool maybe", "!!timestamp x", '!!int ""', "!!str 12", "!Ref x",
     "!!python/object/apply:os.system [id]", "!!python/name:os.system", "!foo!bar x", "!<x y",
     "!! x"],
)  # fmt: skip
def test_20_21_tags(value: str) -> None:
    text = block(f"id: a\nkey: {value}\nlang: en")
    assert problems(text) == [(3, 6, TAG)]
    assert (plain(text)["id"], plain(text)["lang"]) == ("a", "en")


@pytest.mark.usefixtures("parser")
def test_22_alias_bomb() -> None:
    levels = ["a: &a [x, x, x]"]
    levels += [
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    messages = {message.split(":")[0] for _, _, message in problems(block("\n".join(levels)))}
    assert messages == {"Anchors are not allowed", "Aliases are not allowed"}


@pytest.mark.usefixtures("parser")
def test_23_a_value_that_holds_itself() -> None:
    text = block("id: a\nkey: &a [*a]\n<<: {lang: en}")
    assert [found[:2] for found in problems(text)] == [(3, 6), (3, 10), (4, 1)]
    assert plain(text) == {"id": "a", "key": ["*a"]}


@pytest.mark.parametrize("shape", ["[", "{", "- ", "? ", "[{", "{a: ", "- [", "[? "])
@pytest.mark.parametrize("count", [1_000, 100_000])
def test_24_deep_nesting(shape: str, count: int) -> None:
    for text in (block(shape * count), block(f"id: a\nkey:\n  {shape * count}\nlang: en")):
        front = read(text)
        assert front.exists
        assert front.problems != ()
    assert any(
        "nested deeper than 20" in str(found.message)
        for found in read(block(f"a: {'[' * count}")).problems
    )


def test_24_no_signal() -> None:
    program = (
        "from readyroom.model.text import Source\n"
        "from readyroom.parsing.front_matter import read_front_matter\n"
        "for shape in ('[', '- ', '{', '? ', '[{a: '):\n"
        "    read_front_matter(Source('a', '---\\n' + shape * 60_000 + '\\n---\\n'))\n"
        "    read_front_matter(Source('a', '---\\nk:\\n ' + shape * 12_000 + '\\n---\\n'))\n"
    )
    paths = [path for path in sys.path if path]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{program}"], check=False
    )
    assert run.returncode == 0


def test_20_levels_are_allowed_and_21_are_not() -> None:
    assert problems(block("a: " + "[" * 19 + "]" * 19)) == []
    assert problems(block("a: " + "[" * 20 + "]" * 20)) == [
        (2, 23, "Lists and groups are nested deeper than 20 levels.")
    ]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("keys", "place", "expected"),
    [
        ("team:\n\tcontent: ana\nlang: en", (3, 1), {"team": {"content": "ana"}, "lang": "en"}),
        ("list:\n\t- a\n\t- b", (3, 1), {"list": ["a", "b"]}),
        ("list:\n-\ta", (3, 2), {"list": ["a"]}),
    ],
)
def test_25_tabs(keys: str, place: Place, expected: dict[str, object]) -> None:
    text = block(keys)
    assert problems(text) == [(*place, "This line is indented with a tab.")]
    assert helps(text) == ["Use spaces: two for each level."]
    assert plain(text) == expected


@pytest.mark.usefixtures("parser")
def test_25_a_tab_behind_a_colon_is_fine() -> None:
    assert (problems(block("id:\ta\t# c")), plain(block("id:\ta"))) == ([], {"id": "a"})


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("key", ["? [a, b]\n: c", "? {a: b}\n: c", "{{ title }}: c", "[a]: c"])
def test_26_lists_and_groups_as_keys(key: str) -> None:
    text = block(f"id: a\n{key}")
    assert {message for _, _, message in problems(text)} == {
        "A list or group stands where a key is expected."
    }
    assert {line for line, _, _ in problems(text)} == {3}
    assert plain(text)["id"] == "a"


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("written", [".inf", "-.inf", "+.Inf", ".nan", ".NaN", "1e999"])
def test_27_numbers_without_end(written: str) -> None:
    assert problems(block(f"target: {written}")) == [(2, 9, f"{written} is not a finite number.")]


@pytest.mark.parametrize(
    "keys",
    [
        "id: a\n" + "\n".join(f"k{number}: v" for number in range(10_000)),
        "id: a\nlong: " + "x" * 1_000_000,
        "id: a\n" + "\n".join(f"к{number}: я" for number in range(6_500)),
    ],
)
def test_28_over_64_kb(keys: str) -> None:
    text = block(keys)
    assert (2, 1, "The front matter is over 64 KB.") in problems(text)
    assert plain(text)["id"] == "a"
    assert "long" not in plain(text)


def test_28_over_20000_values() -> None:
    text = block("list: [" + "1," * 21_000 + "]\nlang: en")
    ((line, _, message),) = problems(text)
    assert (line, message) == (2, "The front matter holds more than 10000 values.")


# The line that is wrong, what is said about it, and what is read all the same.
SYNTAX = [
    ("title: Spring: how", (3, 14), "The value of `title` holds a second colon.", "Spring: how"),
    ("title: Spring:", (3, 14), "The value of `title` holds a second colon.", "Spring:"),
    ("title: @ana # x", (3, 8), "A value of `title` begins with @, which", "@ana"),
    ("title: `a`", (3, 8), "A value of `title` begins with `, which", "`a`"),
    ("title: %10 off", (3, 8), "A value of `title` begins with %, which", "%10 off"),
    ("title: *Spring* time", (3, 8), "A value of `title` begins with *, which", "*Spring* time"),
    ("title: >90% off", (3, 8), "A value of `title` begins with >, which", ">90% off"),
    ("title: - x", (3, 8), "A value of `title` begins with -, which", "- x"),
    ('title: "Spring', (3, 8), "The quote that begins here is never closed.", "Spring"),
    ("title: 'It's on'", (3, 12), "Text follows the closing quote of `title`.", "It's on"),
    ("title: [New] way", (3, 14), "Text follows the closing bracket of `title`.", "[New] way"),
    ("title: [a, b", (3, 8), "The list or group that begins here is not closed", None),
    (r'title: "C:\Qs"', (3, 11), "A backslash has a meaning of its own between", r"C:\Qs"),
    ("title:Spring", (3, 1), "A space is missing behind the colon of `title`.", "Spring"),
    ("title：Spring", (3, 1), "This line has a full-width colon", "Spring"),
    ("some words", (3, 1), "This line has no key.", None),
    ("  title: Spring", (3, 8), "This line does not fit the lines around it.", None),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("line", "place", "message", "title"), SYNTAX, ids=lambda x: str(x)[:24])
def test_a_line_that_cannot_be_read(
    line: str, place: Place, message: str, title: str | None
) -> None:
    text = block(f"id: a\n{line}\nstatus: planned\nlang: en")
    (found,) = problems(text)
    assert found[:2] == place
    assert found[2].startswith(message)
    entries = plain(text)
    assert entries.get("title") == title
    assert (entries["status"], entries["lang"]) == ("planned", "en")


@pytest.mark.usefixtures("parser")
def test_several_lines_that_cannot_be_read() -> None:
    text = block("id:a\nstatus：idea\ntitle: a: b\nowner: @ana\nlang: en")
    assert [line for line, _, _ in problems(text)] == [2, 3, 4, 5]
    assert plain(text) == {
        "id": "a", "status": "idea", "title": "a: b", "owner": "@ana", "lang": "en",
    }  # fmt: skip


# Everything that leaves yaml.safe_load as something else than a YAMLError.
ODD = [
    "2026-02-30",
    "9" * 5000,
    "!!int x",
    "!!float x",
    "2026-01-01 10:00:00 +99:99",
    r'"\U7fffffff"',
    "!!timestamp x",
    "!!bool maybe",
    '!!int ""',
    "[" * 2000,
    "\ud800",
    "25:61:61 !!int",
    "2026-02-10 25:61:61",
    "!!timestamp 2026-13-45",
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("value", ODD, ids=lambda value: ascii(value)[:20])
def test_odd_exceptions_are_located_problems(value: str) -> None:
    text = block(f"id: a\nkey: {value}\nlang: en")
    front = read(text)
    assert (front.problems != ()) == (value != "25:61:61 !!int")
    assert [line for line, _, _ in problems(text)] in ([3], [])
    assert (front.text("id"), front.text("lang")) == ("a", "en")


YAML_LIKE = st.text(
    st.sampled_from("ab:- \n\t\r'\"[]{}&*!|>#%@`,?\\~<0.1e_é日\u2028\ufeff\x00\ud800—："),
    max_size=60,
)


@given(st.one_of(st.text(), YAML_LIKE, YAML_LIKE.map(block), YAML_LIKE.map("---\n{}".format)))
@example("---\n%YAML 9999999999999999999999.1\n---\n")
@example("---\nid:a")
@settings(max_examples=400, deadline=None)
def test_never_raises_and_spans_lie_inside(text: str) -> None:
    source = Source("a.md", text)
    front, body = read_front_matter(source)
    spans = [found.span for found in front.problems]
    for node in all_nodes(iter(front.entries.values())):
        spans += [node.span, node.key]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert 1 <= body <= len(source.lines) + 1
    for found in front.problems:
        f"{found.message} {found.help}".encode("utf-8", "surrogatepass")
    repr([node.plain for node in front.entries.values()]).encode("utf-8")


WORDS = st.text(st.sampled_from("abcxyzéя日 0123456789.,;!?/()+-"), min_size=1, max_size=20)
STYLES = {"plain": "{}", "single": "'{}'", "double": '"{}"'}


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.tuples(WORDS, st.sampled_from(["plain", "single", "double"])),
        max_size=6,
    )
)
@settings(max_examples=100, deadline=None)
def test_what_was_written_stands_at_the_span(entries: dict[str, tuple[str, str]]) -> None:
    keys = [
        f"{key}: {STYLES[style].format(f'w{value.strip()}')}"
        for key, (value, style) in entries.items()
    ]
    text = block("\n".join(keys))
    front = read(text)
    assert [*front.entries] == [*entries]
    for key, node in front.entries.items():
        value, style = entries[key]
        assert node.written == f"w{value.strip()}"
        assert text[node.span.start : node.span.end] == STYLES[style].format(node.written)
        assert text[node.key.start : node.key.end] == key


@given(YAML_LIKE.map(lambda keys: keys.replace("\t", " ")))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_both_parsers_find_the_same_keys(keys: str) -> None:
    text = block(f"id: a\n{keys}")
    with pytest.MonkeyPatch.context() as patch:
        fast = [*read(text).entries]
        patch.setattr(front_matter_nodes, "EventParser", yaml.SafeLoader)
        assert [*read(text).entries] == fast
