# ruff: noqa: INP001 (a script beside the list that it makes, no package)
"""Derives the demo list `northwind.csv` from Northwind: `python docs/lists/northwind.py NORTHWIND.sql > northwind.csv`.

A row for each customer that ordered: what the goods cost at list prices, the discount, the number of orders and the
freight, over all orders (July 1996 to May 1998). Discounts are rounded so that they add up to the discount of all
customers together, to the cent: each is at most half a cent off on either side.
"""

import csv
import sqlite3
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

CENT = Decimal("0.01")
LINES = """
    SELECT customers.CompanyName, orders.OrderID, lines.UnitPrice, lines.Quantity, lines.Discount
    FROM Orders AS orders
    JOIN Customers AS customers ON customers.CustomerID = orders.CustomerID
    JOIN [Order Details] AS lines ON lines.OrderID = orders.OrderID
    ORDER BY customers.CustomerID
"""
FREIGHT = """
    SELECT customers.CompanyName, orders.Freight
    FROM Orders AS orders JOIN Customers AS customers ON customers.CustomerID = orders.CustomerID
"""


def main() -> None:
    """Write the list to standard output."""
    database = sqlite3.connect(":memory:")
    database.executescript(Path(sys.argv[1]).read_text(encoding="utf-8"))
    revenues: dict[str, Decimal] = {}
    discounts: dict[str, Decimal] = {}
    orders: dict[str, set[int]] = {}
    freight: dict[str, Decimal] = {}
    for name, order, price, quantity, discount in database.execute(LINES):
        amount = Decimal(str(price)) * quantity
        revenues[name] = revenues.get(name, Decimal(0)) + amount
        discounts[name] = discounts.get(name, Decimal(0)) + amount * Decimal(str(discount))
        orders.setdefault(name, set()).add(order)
    for name, amount in database.execute(FREIGHT):
        freight[name] = freight.get(name, Decimal(0)) + Decimal(str(amount))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("Customer", "List revenue", "Discount amount", "Orders", "Freight costs"))
    running = given = Decimal(0)
    for name, revenue in revenues.items():
        running += discounts[name]
        discount = running.quantize(CENT, ROUND_HALF_UP) - given
        given += discount
        writer.writerow((name, revenue.quantize(CENT), discount, len(orders[name]), freight[name].quantize(CENT)))


if __name__ == "__main__":
    main()
