"""Reads a dataset's folder by mlcroissant, frictionless, pandas, pyarrow, DuckDB, Polars, rdflib, pyoxigraph and networkx, and
prints what they found as JSON."""

import gzip
import json
import logging
import os
import sys

import duckdb
import mlcroissant
import networkx
import pandas
import polars
import pyarrow.parquet
import pyoxigraph
import rdflib
from frictionless import Package, system

os.chdir(sys.argv[1])


def read_croissant():
    said = []

    class Listener(logging.Handler):
        def emit(self, record):
            said.append(record.getMessage())

    # Of a context that is not the standard one it complains here alone.
    logging.getLogger("absl").addHandler(Listener(logging.WARNING))
    dataset = mlcroissant.Dataset(jsonld="croissant.json")
    issues = dataset.metadata.ctx.issues
    tables = {table.id: list(dataset.records(record_set=table.id)) for table in dataset.metadata.record_sets}
    first = tables["patterns"][0]
    parts = {
        name: sum(len(row[f"patterns/{name}"]) for row in tables["patterns"])
        for name in ("scores", "relations", "claims", "sections", "references", "aliases")
    }
    return {
        "conformsTo": dataset.metadata.conforms_to,
        "said": said,
        "errors": sorted(issues.errors),
        "warnings": sorted(issues.warnings),
        "records": {name: len(rows) for name, rows in tables.items()},
        "first": {key: str(type(value).__name__) for key, value in first.items()},
        "parts": parts,
    }


def read_package():
    package = Package("datapackage.json")
    with system.use_context(trusted=False):
        report = package.validate()
    return {
        "valid": report.valid,
        "errors": [error for error in report.flatten(["resourceName", "fieldName", "message"])][:10],
        "rows": {task.name: task.stats["rows"] for task in report.tasks if "rows" in task.stats},
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


def read_types():
    """What DuckDB and Polars take times and structs for, and whether times are the same in all forms."""
    described = duckdb.sql("DESCRIBE SELECT created, version, extra, scores, relations FROM 'patterns.parquet'").fetchall()
    frame = polars.read_parquet("patterns.parquet")
    lines = [json.loads(line) for line in gzip.open("patterns.jsonl.gz", "rt", encoding="utf-8")]
    parquet = pandas.read_parquet("patterns.parquet")
    csv = pandas.read_csv("patterns.csv", parse_dates=["created", "modified"], dtype={"version": "string"})

    def instants(column):
        return [None if pandas.isna(one) else one.isoformat() for one in pandas.to_datetime(column, utc=True)]

    same = {
        name: instants(parquet[name]) == instants(csv[name]) == instants(pandas.Series([line[name] for line in lines]))
        for name in ("created", "modified")
    }
    versions = [line["version"] for line in lines]
    return {
        "duckdb": {row[0]: row[1] for row in described},
        "polars": {name: str(frame.schema[name]) for name in ("created", "version", "extra", "scores")},
        "sameTimes": same,
        "versions": [
            [None if pandas.isna(one) else one for one in table["version"]] == versions for table in (parquet, csv)
        ],
        "extra": sorted({type(line["extra"]).__name__ for line in lines}),
        "parts": {
            name: sum(len(line[name]) for line in lines)
            for name in ("scores", "relations", "claims", "sections", "references", "aliases")
        },
        "scores": sum(len(line["scores"]) for line in lines) == frame["scores"].list.len().sum(),
        "relations": sum(len(line["relations"]) for line in lines) == frame["relations"].list.len().sum(),
    }


def read_triples():
    with gzip.open("patterns.ttl.gz") as file:
        graph = rdflib.Graph().parse(file, format="turtle")
    store = pyoxigraph.Store()
    with gzip.open("patterns.ttl.gz") as file:
        store.load(input=file, format=pyoxigraph.RdfFormat.TURTLE)
    return {"rdflib": len(graph), "oxigraph": len(store)}


def read_passages():
    sections = pyarrow.parquet.read_table("sections.parquet").to_pylist()
    chunks = [json.loads(line) for line in gzip.open("chunks.jsonl.gz", "rt", encoding="utf-8")]
    return {
        name: {
            "rows": len(rows),
            "ids": len({row["id"] for row in rows}),
            "begin": all(row["text"].startswith(row["title"]) for row in rows),
            "long": [row["id"] for row in rows if row["words"] > 380 and "\t" not in row["text"]],
        }
        for name, rows in (("sections", sections), ("chunks", chunks))
    }


print(json.dumps({
    "types": read_types(),
    "triples": read_triples(),
    "passages": read_passages(),
    "croissant": read_croissant(),
    "package": read_package(),
    "tables": read_tables(),
    "graph": read_graph(),
}))
