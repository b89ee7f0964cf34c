"""Reads a JSON-LD file with rdflib and prints its triples, a JSON array a line: subject, predicate, object; of an object
that is a literal, its language and its datatype too."""

import json
import sys

from rdflib import Graph, Literal

graph = Graph()
graph.parse(sys.argv[1], format="json-ld")
for subject, predicate, value in graph:
    line = [str(subject), str(predicate), str(value)]
    if isinstance(value, Literal):
        line += [str(value.language or ""), str(value.datatype or "")]
    print(json.dumps(line))
