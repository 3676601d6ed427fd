"""All exports together: one list of them, nothing written twice, nothing left behind."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from warifu import exports
from warifu.errors import UnknownFormatError
from warifu.exports import addresses, making
from warifu.exports.book import Book
from warifu.tables import contract as c
from warifu.tables import files
from warifu.tables.files import Tables

QUICK = ("statements", "plover", "citation", "codelists")


def test_the_list_names_every_file_with_its_size_and_digest(builds: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "exports"
    made = exports.build(Tables(builds["us-japan-550"]), out)
    listed = json.loads((out / making.LIST).read_text(encoding="utf-8"))
    assert {one["path"] for one in listed["files"]} == {str(path) for path in made} - {making.LIST, making.DIGESTS}
    for one in listed["files"]:
        data = (out / one["path"]).read_bytes()
        assert (one["bytes"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert one["media_type"] != "application/octet-stream", one["path"]
    assert {one["format"] for one in listed["files"]} == {
        name for name, one in exports.FORMATS.items() if not one.asked
    }
    sums = (out / making.DIGESTS).read_text(encoding="utf-8").splitlines()
    assert len(sums) == len(listed["files"])


def test_nothing_is_made_anew_while_the_tables_are_the_same(builds: dict[str, Path], tmp_path: Path) -> None:
    out, tables = tmp_path / "exports", Tables(builds["phase-one"])
    exports.build(tables, out, formats=QUICK)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    exports.build(tables, out, formats=QUICK)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before
    (out / making.LIST).unlink()  # forgotten what it was made from: made anew, and every other file left alone
    exports.build(tables, out, formats=QUICK)
    after = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    assert [path.name for path in after if after[path] != before.get(path)] == [making.LIST]


def test_after_a_change_only_the_formats_that_read_what_changed_are_written(
    builds: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One talk is told anew: the events and statements of deals stay as they are, the package does not."""
    build = tmp_path / "build"
    shutil.copytree(builds["eight-point-plan"], build, ignore=shutil.ignore_patterns("exports*"))
    formats = ("package", "statements", "plover", "codelists", "catalogue")
    exports.build(Tables(build), build / "exports", formats=formats)
    written: list[str] = []

    def watched(name: str, write: Callable[[Book, Path], None]) -> Callable[[Book, Path], None]:
        def noted(book: Book, folder: Path) -> None:
            written.append(name)
            write(book, folder)

        return noted

    for name in formats:
        module = importlib.import_module(f"warifu.exports.{name}")
        monkeypatch.setattr(module, "write", watched(name, module.write))
    told = {name: list(Tables(build).rows(kind)) for name, kind in c.TABLES.items()}
    told["talks"][0] = told["talks"][0]._replace(title="Told anew")
    files.write(told, build)
    exports.build(Tables(build), build / "exports", formats=formats)
    assert written == ["package", "catalogue"]
    exports.build(Tables(build), tmp_path / "afresh", formats=formats)
    assert contents(build / "exports") == contents(tmp_path / "afresh")
    written.clear()
    spoiled = build / "exports" / "statements.jsonl"
    spoiled.write_text("", encoding="utf-8")  # somebody touched it: it is not taken over
    told["talks"][0] = told["talks"][0]._replace(title="And again")
    files.write(told, build)
    exports.build(Tables(build), build / "exports", formats=formats)
    assert "statements" in written
    assert spoiled.stat().st_size > 0


def contents(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}


def test_what_was_not_made_now_is_removed(builds: dict[str, Path], tmp_path: Path) -> None:
    out, tables = tmp_path / "exports", Tables(builds["phase-one"])
    exports.build(tables, out, formats=QUICK)
    (out / "stray").mkdir()
    (out / "stray" / "old.csv").write_text("x")
    made = exports.build(tables, out, formats=("citation",))
    assert {str(path) for path in made} == {"citation.bib", "citation.csl.json", making.LIST, making.DIGESTS}
    assert not (out / "stray").exists()


def test_a_form_that_is_not_written_is_refused_with_those_that_are(builds: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match="Choose from: package, workbook"):
        exports.build(Tables(builds["phase-one"]), tmp_path, formats=("pdfx",))


def test_addresses_are_those_of_the_site() -> None:
    from warifu.site import addresses as site

    for name in ("ep-001", "a b/c", "ЯБМС", "x" * 200, "ep-001/sums-1@src"):
        assert addresses.slug(name) == site.slug(name)
        assert addresses.path("deals", name) == site.deal(name)
        assert addresses.path("areas", name) == site.area(name)
        assert addresses.path("parties", name) == site.party(name)
        assert addresses.path("sources", name) == site.source(name)
        assert addresses.path("documents", name) == site.document(name)
    assert addresses.path("statements", "ep-001/sums-1@src") == site.statement("ep-001", "ep-001/sums-1@src")
    assert addresses.path("figures", "p/all/binding") == site.why("p/all/binding")


def test_the_bytes_do_not_depend_on_the_hash_seed(builds: dict[str, Path], tmp_path: Path) -> None:
    """Every format that a build makes, in two fresh processes whose sets and dicts lie in another order."""
    code = (
        "import sys; from pathlib import Path; from warifu import exports; from warifu.tables.files import Tables; "
        "exports.build(Tables(Path(sys.argv[1])), Path(sys.argv[2]))"
    )
    sums = set()
    for seed in ("1", "2"):
        out = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "America/New_York"}
        command = [sys.executable, "-c", code, str(builds["us-japan-550"]), str(out)]
        subprocess.run(command, check=True, env=environment)
        sums.add((out / making.DIGESTS).read_text(encoding="utf-8"))
    assert len(sums) == 1
