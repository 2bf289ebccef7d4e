"""A list in many files on Dask's local cluster: the same cents as in one file on one machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dask.distributed import Client, LocalCluster

from calculators.accounts.customers import CustomerRow, ListFigures
from calculators.accounts.portfolio import customer_book
from calculators.catalogue import declaration, words_of
from calculators.cluster.portfolio import portfolio_of_files
from calculators.core.fields import plain_value
from calculators.core.problems import CalculatorError
from calculators.lists.layout import proposed_layout
from calculators.lists.reading import listed_rows
from calculators.lists.source import opened
from calculators.models.portfolio.formula import portfolio_of

DEMO_LIST = Path(__file__).resolve().parent.parent / "docs/lists/northwind.csv"
FILES = 5


@pytest.fixture
def cluster() -> Iterator[Client]:
    """Two processes of this machine."""
    local = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]  # Dask's
    with local, Client(local) as client:  # type: ignore[no-untyped-call]  # as above
        yield client


@pytest.mark.usefixtures("cluster")
def test_a_list_in_parts_brings_the_same_to_the_cent(tmp_path: Path) -> None:
    """Every answer, table, point and note; a row with a fault is told with its file, and left out."""
    heading, *rows = DEMO_LIST.read_text(encoding="utf-8").splitlines()
    rows.insert(40, "Nobody,much,0,1,0")
    paths = []
    for part in range(FILES):
        path = tmp_path / f"{part}.csv"
        lines = rows[part * len(rows) // FILES : (part + 1) * len(rows) // FILES]
        path.write_text("\n".join([heading, *lines]), encoding="utf-8")
        paths.append(str(path))
    figures = _figures()
    result, read = portfolio_of_files(paths, figures, "en")
    whole = portfolio_of(customer_book(_rows(), figures))
    assert (read.faulty, read.left_out) == (1, 0)
    assert [(Path(path).name, fault.code, fault.row) for path, fault in read.faults] == [("2.csv", "not_a_number", 5)]
    assert result.answers == whole.answers
    assert whole.answers["loss_making"].value == 58
    assert {name: list(table) for name, table in result.tables.items()} == {
        name: list(table) for name, table in whole.tables.items()
    }
    assert (result.headline, result.plots, result.bars, result.notes) == (
        whole.headline,
        whole.plots,
        whole.bars,
        whole.notes,
    )


@pytest.mark.usefixtures("cluster")
def test_files_with_other_columns_are_refused(tmp_path: Path) -> None:
    """What stands elsewhere in a later file is never read as the column of the first."""
    paths = [str(tmp_path / name) for name in ("one.csv", "two.csv")]
    Path(paths[0]).write_text("Customer,List revenue,Bonus\nOne,1000,10", encoding="utf-8")
    Path(paths[1]).write_text("Customer,List revenue,Discount\nTwo,1000,10", encoding="utf-8")
    with pytest.raises(CalculatorError, match="customers: no_layout"):
        portfolio_of_files(paths, _figures(), "en")


def _rows() -> Iterator[CustomerRow]:
    field, source = declaration("portfolio").field("customers"), opened(lambda: DEMO_LIST.open("rb"))
    return iter(listed_rows(field, source, proposed_layout(field, source, "en"), words_of("portfolio", "en")))


def _figures() -> ListFigures:
    """The defaults of the form, and 250 for an order."""
    values = {
        field.name: plain_value(field, field.default) for field in declaration("portfolio").fields if field.default
    }
    return ListFigures(**{**dict.fromkeys(ListFigures._fields), **values, "cost_per_order": 250})  # type: ignore[arg-type]  # of all kinds
