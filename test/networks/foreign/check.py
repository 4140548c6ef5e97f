"""Reads networks with programs that others wrote, and computes them again by matrix algebra.

python3 check.py FOLDER RESULT: reads what run.mjs wrote into FOLDER, and writes a list of checks to RESULT.
"""

import csv
import json
import re
import sys
import traceback
from pathlib import Path

import igraph
import networkx as nx
import numpy as np

FOLDER = Path(sys.argv[1])
CHECKS = []


def check(name):
    """Runs a function as a check of that name."""

    def run(work):
        try:
            work()
            CHECKS.append({"name": name})
        except Exception:
            CHECKS.append({"name": name, "error": traceback.format_exc()})

    return run


def read_matrix(name):
    """A CSV matrix: labels of rows and columns, and the weights."""
    with open(FOLDER / name, newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    return [row[0] for row in rows], head[1:], np.array([[float(cell) for cell in row[1:]] for row in rows])


def read_dl(name):
    """DL as UCINET's help describes it: dimensions, labels in quotes, a full matrix."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    head, rest = text.split("\n", 1)
    sizes = {key: int(size) for key, size in re.findall(r"\b(nr|nc|n) = (\d+)", head)}
    assert head.startswith("dl ") and head.endswith("format = fullmatrix"), head
    before, data = rest.split("\ndata:\n")
    parts = re.split(r"^(labels|row labels|column labels):\n", before + "\n", flags=re.M)[1:]
    labels = {key: re.findall(r'^"([^"\n]*)"$', lines, flags=re.M) for key, lines in zip(parts[::2], parts[1::2])}
    rows = labels.get("labels", labels.get("row labels"))
    columns = labels.get("labels", labels.get("column labels"))
    matrix = np.array([float(cell) for cell in data.split()]).reshape(len(rows), len(columns))
    assert len(rows) == sizes.get("n", sizes.get("nr")) and len(columns) == sizes.get("n", sizes.get("nc"))
    return rows, columns, matrix


def as_in_dl(label):
    """A label of a CSV: without the apostrophe that keeps spreadsheets from running it, in one line."""
    plain = label[1:] if label.startswith("'=") else label
    return re.sub(r"\s+", " ", plain).replace('"', "'")


def same(found, wanted):
    np.testing.assert_allclose(found, wanted, rtol=1e-9, atol=1e-12)


ACTORS, TOPICS, SUPPORT = read_matrix("support.csv")
_, _, OPPOSE = read_matrix("oppose.csv")
BOTH = np.hstack([SUPPORT, OPPOSE])


def projection(kind):
    """Congruence and conflict as products of matrices; nobody is tied to themselves."""
    agree = SUPPORT @ SUPPORT.T + OPPOSE @ OPPOSE.T
    clash = SUPPORT @ OPPOSE.T + OPPOSE @ SUPPORT.T
    result = {"congruence": agree, "conflict": clash, "subtract": agree - clash}[kind]
    np.fill_diagonal(result, 0)
    return result


def divisors(normalization):
    activity = BOTH.sum(axis=1)
    present = (BOTH > 0).astype(float)
    if normalization == "average":
        return (activity[:, None] + activity[None, :]) / 2
    if normalization == "cosine":
        return np.sqrt(np.outer(activity**2, activity**2))
    if normalization == "jaccard":
        alone = BOTH @ (1 - present).T
        return alone + alone.T + BOTH @ BOTH.T
    return np.ones((len(ACTORS), len(ACTORS)))


@check("the sample is no trivial one")
def _():
    assert BOTH.sum() > 100 and (projection("conflict") > 0).any() and len(ACTORS) >= 10


for kind in ("congruence", "conflict", "subtract"):
    for normalization in ("no", "average", "jaccard", "cosine"):

        @check(f"{kind} by {normalization} is what matrix algebra gives")
        def _():
            rows, columns, matrix = read_matrix(f"{kind}-{normalization}.csv")
            assert rows == ACTORS and columns == ACTORS
            by = divisors(normalization)
            same(matrix, np.divide(projection(kind), by, out=np.zeros_like(by), where=by != 0))


for qualifier, value in (("ignore", None), ("subtract", SUPPORT - OPPOSE)):
    for normalization, axis in (("no", None), ("activity", 1), ("prominence", 0)):

        @check(f"affiliation, {qualifier}, by {normalization} is what matrix algebra gives")
        def _():
            neither = read_matrix("affiliation.csv")[2] - SUPPORT - OPPOSE
            assert neither.sum() > 0
            counted = SUPPORT + OPPOSE + (neither if qualifier == "ignore" else 0)
            wanted = counted if value is None else value
            if axis is not None:
                sums = counted.sum(axis=axis, keepdims=True)
                wanted = np.divide(wanted, sums, out=np.zeros_like(wanted), where=sums != 0)
            same(read_matrix(f"affiliation-{qualifier}-{normalization}.csv")[2], wanted)


@check("GraphML: networkx projects the affiliation network to the same congruence")
def _():
    graph = nx.read_graphml(FOLDER / "affiliation.graphml")
    people = [node for node, mode in graph.nodes(data="mode") if mode == "row"]
    weight = lambda g, u, v: sum(
        g[u][t]["support"] * g[v][t]["support"] + g[u][t]["oppose"] * g[v][t]["oppose"]
        for t in set(g[u]) & set(g[v])
    )
    projected = nx.bipartite.generic_weighted_projected_graph(graph, people, weight_function=weight)
    congruence = nx.read_graphml(FOLDER / "congruence.graphml")
    wanted = {frozenset((u, v)): w for u, v, w in projected.edges(data="weight") if w > 0}
    assert wanted == {frozenset((u, v)): w for u, v, w in congruence.edges(data="weight")}
    assert set(congruence) == set(people)


@check("GraphML: networkx has the types, the labels and the direction")
def _():
    graph = nx.read_graphml(FOLDER / "demands.graphml")
    assert graph.is_directed() and not nx.read_graphml(FOLDER / "congruence.graphml").is_directed()
    for _, data in graph.nodes(data=True):
        assert isinstance(data["label"], str) and isinstance(data["statements"], int), data
    for _, _, data in graph.edges(data=True):
        states = [count for key, count in data.items() if key not in ("weight", "id")]
        assert isinstance(data["weight"], float) and all(isinstance(count, int) for count in states), data
        assert sum(states) == data["weight"], data
    wanted = json.loads((FOLDER / "names.json").read_text(encoding="utf-8"))
    assert {node: graph.nodes[node]["label"] for node in graph} == {node: wanted[node] for node in graph}


for name in ("affiliation", "congruence", "subtract", "demands"):

    @check(f"GraphML: igraph and networkx read the same {name} network")
    def _():
        ours = nx.read_graphml(FOLDER / f"{name}.graphml")
        theirs = igraph.Graph.Read_GraphML(str(FOLDER / f"{name}.graphml"))
        ids = theirs.vs["id"]
        key = tuple if theirs.is_directed() else frozenset
        found = {key((ids[e.source], ids[e.target])): e["weight"] for e in theirs.es}
        assert found == {key((u, v)): w for u, v, w in ours.edges(data="weight")}
        assert dict(zip(ids, theirs.vs["label"])) == dict(ours.nodes(data="label"))

    @check(f"DL and the CSV matrix hold the same {name} network")
    def _():
        rows, columns, matrix = read_dl(f"{name}.dl")
        wanted_rows, wanted_columns, wanted = read_matrix(f"{name}-matrix.csv")
        same(matrix, wanted)
        assert rows == [as_in_dl(label) for label in wanted_rows]
        assert columns == [as_in_dl(label) for label in wanted_columns]
        assert len(set(rows)) == len(rows)


if "1.3" in nx.readwrite.gexf.GEXF.versions:

    @check("GEXF: networkx reads the same subtract network as from GraphML")
    def _():
        gexf = nx.read_gexf(FOLDER / "subtract.gexf", version="1.3")
        graphml = nx.read_graphml(FOLDER / "subtract.graphml")
        key = lambda graph: {frozenset((u, v)): w for u, v, w in graph.edges(data="weight")}
        assert key(gexf) == key(graphml) and set(gexf) == set(graphml)
        assert dict(gexf.nodes(data="label")) == dict(graphml.nodes(data="label"))


Path(sys.argv[2]).write_text(json.dumps(CHECKS), encoding="utf-8")
