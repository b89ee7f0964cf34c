"""Reads a dataset's folder by mlcroissant, frictionless, pandas, pyarrow and networkx, and prints what they found as JSON."""

import json
import os
import sys

import mlcroissant
import networkx
import pandas
import pyarrow.parquet
from frictionless import Package, system

os.chdir(sys.argv[1])


def read_croissant():
    dataset = mlcroissant.Dataset(jsonld="croissant.json")
    issues = dataset.metadata.ctx.issues
    counts = {name: sum(1 for _ in dataset.records(record_set=name)) for name in ("patterns", "relations")}
    first = next(iter(dataset.records(record_set="patterns")))
    return {
        "errors": sorted(issues.errors),
        "warnings": sorted(issues.warnings),
        "records": counts,
        "first": {key: str(type(value).__name__) for key, value in first.items()},
    }


def read_package():
    package = Package("datapackage.json")
    with system.use_context(trusted=False):
        report = package.validate()
    return {
        "valid": report.valid,
        "errors": [error for error in report.flatten(["resourceName", "fieldName", "message"])][:10],
        "rows": {task.name: task.stats["rows"] for task in report.tasks},
    }


def read_tables():
    patterns = pandas.read_csv("patterns.csv", parse_dates=["created", "modified"])
    relations = pandas.read_csv("relations.csv")
    table = pyarrow.parquet.read_table("patterns.parquet")
    frame = table.to_pandas()
    lines = pandas.read_json("patterns.jsonl.gz", lines=True)
    return {
        "csv": {name: str(kind) for name, kind in patterns.dtypes.items()},
        "relations": {name: str(kind) for name, kind in relations.dtypes.items()},
        "parquet": {field.name: str(field.type) for field in table.schema},
        "rows": [len(patterns), len(frame), len(lines)],
        "titles": frame["title"].tolist() == lines["title"].tolist(),
        "aliases": [list(own) for own in frame["aliases"]] == lines["aliases"].tolist(),
        "relationRows": len(relations),
    }


def read_graph():
    graph = networkx.read_graphml("graph.graphml")
    _, first = next(iter(graph.nodes(data=True)))
    return {
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "directed": graph.is_directed(),
        "first": {key: type(value).__name__ for key, value in first.items()},
    }


print(json.dumps({
    "croissant": read_croissant(),
    "package": read_package(),
    "tables": read_tables(),
    "graph": read_graph(),
}))
