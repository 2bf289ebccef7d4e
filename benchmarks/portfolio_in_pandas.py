"""The sums of a customer list in pandas, for `benchmarks.portfolio`: FILE, cost of a visit, cost of an order."""

import sys

import pandas as pd  # type: ignore[import-untyped]  # it publishes no types


def main() -> None:
    """Print the contribution of all, and the customers by contribution as JSON."""
    path, cost_per_visit, cost_per_order = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rows = pd.read_csv(path)
    net = rows["List revenue"] - (rows["List revenue"] * rows["Discount %"] / 100).round(2)
    profit = (net * rows["Gross margin %"] / 100).round(2)
    rows["revenue"] = net
    rows["contribution"] = (
        profit - rows["Visits"] * cost_per_visit - rows["Orders"] * cost_per_order - rows["Freight costs"]
    )
    by_revenue = rows.sort_values("revenue", ascending=False, kind="stable")
    before = (by_revenue["revenue"].cumsum() - by_revenue["revenue"]) / net.sum()
    rows["class"] = pd.cut(before, [-1, 0.8, 0.95, 2], right=False, labels=["A", "B", "C"])
    rows["size"] = (before * 5).clip(upper=4).astype(int)
    ascending = by_revenue["revenue"][::-1]
    weights = pd.RangeIndex(1 - len(rows), len(rows) + 1, 2).to_series(index=ascending.index)
    ranked = rows.sort_values("contribution", ascending=False, kind="stable")
    figures = {
        "contribution": rows["contribution"].sum(),
        "gini": (weights * ascending).sum() / (len(rows) * net.sum()),
        "hhi": ((net / net.sum()) ** 2).sum(),
        "peak": ranked["contribution"].cumsum().max(),
        "loss": rows.loc[rows["contribution"] < 0, "contribution"].agg(["size", "sum"]).tolist(),
    }
    print(f"{figures['contribution']:.2f}")
    print(
        figures,
        rows.groupby("size")["contribution"].agg(["size", "sum"]),
        rows.groupby("class", observed=False)["revenue"].sum(),
    )
    ranked[["Customer", "revenue", "class", "contribution"]].to_json(sys.stdout, orient="records")


if __name__ == "__main__":
    main()
