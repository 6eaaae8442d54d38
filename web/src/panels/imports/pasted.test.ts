import { describe, expect, it } from "vitest";
import { understand } from "./pasted";

const name = (text: string): string => {
  const found = understand(text);
  return found.kind === "file" ? found.name : found.kind === "path" ? `path ${found.path}` : "unreadable";
};

describe("what is pasted", () => {
  it("is a path where it is one", () => {
    expect(name(" /home/you/project \n")).toBe("path /home/you/project");
    expect(name('"C:\\work\\app"')).toBe("path C:\\work\\app");
    expect(name("file:///home/you/a%20b")).toBe("path /home/you/a b");
  });

  it("is a form that is read, by how it begins", () => {
    expect(name('{"format":"alchemist.graph","version":1}\n{"end":{}}')).toBe("pasted.ndjson");
    expect(name('{"@context":"https://schema.org","name":"Ada"}')).toBe("pasted.jsonld");
    expect(name('{"nodes":[],"links":[]}')).toBe("pasted.json");
    expect(name('<?xml version="1.0"?>\n<graphml xmlns="x"></graphml>')).toBe("pasted.graphml");
    expect(name("<gexf></gexf>")).toBe("pasted.gexf");
    expect(name("digraph { a -> b }")).toBe("pasted.dot");
    expect(name("flowchart LR\n a --> b")).toBe("pasted.mmd");
    expect(name("graph TD\n a --> b{yes}")).toBe("pasted.mmd");
    expect(name("@startuml\nA -> B\n@enduml")).toBe("pasted.puml");
    expect(name("@prefix a: <http://a/> .\na:b a:c a:d .")).toBe("pasted.ttl");
    expect(name("CREATE (a:Person {name: 'Ada'})")).toBe("pasted.cypher");
    expect(name("# Notes\n\nText.")).toBe("pasted.md");
  });

  it("is a table where every line has as many cells", () => {
    expect(name("name\tage\nAda\t36\nBob\t40")).toBe("pasted.tsv");
    expect(name('name,note\nAda,"a, b"\n')).toBe("pasted.csv");
    expect(name("name;age\nAda;36")).toBe("pasted.csv");
    expect(name("Well, this is\na sentence, and, another")).toBe("unreadable");
  });

  it("is an address elsewhere where it is one", () => {
    for (const address of ["https://example.org/project.git", "git+https://example.org/a", "git@example.org:a/b.git", "ssh://git@example.org/a", "http://example.org/people.csv"]) {
      expect(understand(` ${address}\n`)).toEqual({ kind: "path", path: address, elsewhere: true });
    }
    expect(understand("ada@example.org wrote: see\nhttps://example.org").kind).toBe("unreadable");
    expect(understand("ada@example.org").kind).toBe("unreadable");
  });

  it("is nothing where there is nothing", () => {
    expect(understand("  ").kind).toBe("unreadable");
  });
});
