"""What the other rooms read of the documents: one record each, and sources judged by their documents."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import stories

from warifu.documents.intake import Details, add
from warifu.documents.records import groups, judged, records, unknown_documents
from warifu.terms.codelist import SourceKind
from warifu.terms.document import DocumentRecord
from warifu.terms.evidence import Source

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "seed"
GIVEN = {
    "original.txt": (stories.ORIGINAL, "2019-03-14"), "paper.txt": (stories.SYNDICATED, "2019-03-15"),
    "spun.txt": (stories.SPUN, "2019-03-01"), "russian.txt": (stories.RUSSIAN, "2019-03-15"),
    "feature.txt": (stories.INDEPENDENT, "2019-03-14"), "other.txt": (stories.OTHER, None),
}  # fmt: skip


def fill(workspace: Path, folder: Path, names: list[str]) -> None:
    folder.mkdir(exist_ok=True)
    details = {}
    for name in names:
        (folder / name).write_text(GIVEN[name][0], "utf-8")
        details[str(folder / name)] = Details(published=GIVEN[name][1])
    add(workspace, list(details), details=details, now=lambda: datetime(2026, 1, 2, tzinfo=UTC))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records")
    fill(folder / "w", folder / "given", sorted(GIVEN))
    return folder / "w"


def named(found: tuple[DocumentRecord, ...]) -> dict[str, DocumentRecord]:
    return {record.source.rpartition("/")[2].removesuffix(".txt"): record for record in found}


def source(name: str, document: str = "", original: str = "", doubtful: bool = False) -> Source:
    return Source(
        name, name, None, "en", SourceKind.UNKNOWN, None, "", original=original, doubtful=doubtful, document=document
    )


def test_a_record_tells_the_group_the_kind_and_why(workspace: Path) -> None:
    found = named(records(workspace))
    head = found["original"].digest
    assert {name: (one.copy, one.group == head) for name, one in found.items()} == {
        "original": ("original", True), "paper": ("syndicated", True), "spun": ("spun", True),
        "russian": ("translated", True), "feature": ("alone", False), "other": ("alone", False),
    }  # fmt: skip
    assert all(one.copy_why for name, one in found.items() if name in ("paper", "spun", "russian"))
    assert [flag.name for flag in found["spun"].flags] == ["garbled-figures", "spun"]
    assert found["spun"].flags[1].signs
    assert not found["spun"].origin_spun
    (group,) = groups(found.values())
    assert group.representative == head == group.members[0].digest
    assert len(group.members) == 4


def test_records_are_the_same_however_the_documents_came(workspace: Path, tmp_path: Path) -> None:
    for name in sorted(GIVEN, reverse=True):
        fill(tmp_path / "w", tmp_path / "given", [name])
    assert records(tmp_path / "w") == records(workspace)


def test_captures_of_one_source_are_numbered_by_the_day_they_were_captured(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    for day, words in (("2019-05-02", stories.OTHER), ("2019-04-01", stories.INDEPENDENT)):
        page.write_text(words, "utf-8")
        details = {str(page): Details(source="https://example.org/page", captured=day)}
        add(tmp_path / "w", [page], details=details)
    found = {record.captured: record.capture for record in records(tmp_path / "w")}
    assert found == {"2019-04-01": 1, "2019-05-02": 2}


def test_records_are_made_again_when_what_is_derived_is_gone(workspace: Path) -> None:
    before = records(workspace)
    shutil.rmtree(workspace / "build")
    assert records(workspace) == before


def test_a_workspace_without_documents_has_no_records(tmp_path: Path) -> None:
    assert records(tmp_path) == ()


def test_sources_of_one_group_have_one_origin(workspace: Path) -> None:
    found = records(workspace)
    by_name = named(found)
    given = [
        source("a-paper", by_name["paper"].digest), source("b-original", by_name["original"].digest[:12]),
        source("c-spun", by_name["spun"].digest), source("d-feature", by_name["feature"].digest), source("e-uncited"),
        source("f-told", original="b-original"), source("g-told", original="wire-2019"), source("h-old", doubtful=True),
    ]  # fmt: skip
    after = {one.id: (one.origin, one.doubtful) for one in judged(given, found)}
    assert after == {
        "a-paper": ("b-original", False), "b-original": ("b-original", False), "c-spun": ("b-original", True),
        "d-feature": ("d-feature", False), "e-uncited": ("e-uncited", False), "f-told": ("b-original", False),
        "g-told": ("wire-2019", False), "h-old": ("h-old", True),
    }  # fmt: skip
    assert judged(list(reversed(given)), found) == tuple(reversed(judged(given, found)))


def test_a_source_that_names_a_document_which_is_not_there_is_a_problem(workspace: Path) -> None:
    given = [source("a", "0" * 64), source("b"), source("c", records(workspace)[0].digest)]
    (problem,) = unknown_documents(given, records(workspace))
    assert (problem.about, problem.rule) == ("a", "unknown-document")


def test_the_seed_added_to_the_eight_point_workspace_is_grouped_and_flagged_and_supports_nothing(
    tmp_path: Path,
) -> None:
    """The page the project began with: a machine-spun copy, whose billions read “dos.six mil USD” and “9 million”."""
    pages = sorted(SEED.glob("*.txt"))
    if not pages:
        pytest.skip("../shared/seed is not here: the seed is not part of this repository")
    workspace = tmp_path / "eight-point-plan"
    shutil.copytree(ROOT / "examples" / "eight-point-plan", workspace, ignore=shutil.ignore_patterns("build"))
    again = tmp_path / "again.txt"
    again.write_text("Posted by admin\n\n" + pages[0].read_text("utf-8") + "\n\nYou may also like", "utf-8")
    add(workspace, [*pages, again])
    found = records(workspace)
    seed = next(one for one in found if one.source.endswith(pages[0].name))
    assert len(groups(found)) == 1
    assert len(groups(found)[0].members) == 2
    assert seed.spun
    assert seed.origin_spun
    flags = {flag.name: flag for flag in seed.flags}
    assert {"spun", "garbled-figures"} <= flags.keys()
    assert any("planted-phrase" in sign for sign in flags["spun"].signs)
    likely = {figure.words: figure.likely for figure in seed.figures}
    assert likely["dos.six mil USD"] == "2.6 billion USD"
    assert likely["9 million USD"] == "9 billion USD"
    assert "$1-million financing financing" in likely
    cited = [source("seed", seed.digest), source("seed-again", next(one for one in found if one is not seed).digest)]
    after = judged(cited, found)
    assert all(one.doubtful for one in after)
    assert len({one.origin for one in after}) == 1
    assert {one.origin for one in after if not one.doubtful} == set()


def test_a_light_spin_and_a_mosaic_are_told_with_what_was_swapped_and_pieced(tmp_path: Path) -> None:
    texts = {"long": stories.LONG, "swapped": stories.SWAPPED, "first": stories.ORIGINAL}
    (tmp_path / "in").mkdir()
    for name, text in {**texts, "mosaic": stories.MOSAIC}.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")
    add(tmp_path / "w", [tmp_path / "in"], now=lambda: datetime(2026, 1, 2, tzinfo=UTC))
    found = named(records(tmp_path / "w"))
    (flag,) = (flag for flag in found["swapped"].flags if flag.name == "spun")
    assert "“individuals” for “people”" in flag.signs[0]
    assert (found["swapped"].spun, found["swapped"].copy, found["long"].copy) == (True, "spun", "original")
    assert found["swapped"].figures
    assert all(figure.rule == "spun-text" for figure in found["swapped"].figures)
    assert found["mosaic"].copy == "mosaic"
    assert [one for one in ("first", "long") if found[one].digest[:16] in found["mosaic"].copy_why] == ["first", "long"]
    assert found["mosaic"].copy_why.count("characters ") == 2
    sources = [source(name, found[name].digest) for name in sorted(found)]
    assert {one.id for one in judged(sources, tuple(found.values())) if one.doubtful} == {"mosaic", "swapped"}
