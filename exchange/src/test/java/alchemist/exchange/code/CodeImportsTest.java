package alchemist.exchange.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where imports lead, and what names do not mean that are imported from elsewhere. */
final class CodeImportsTest extends CodeTesting {
    @Test
    void goImportsPackagesOfTheModuleWithoutTheirTests() throws IOException {
        write("go.mod", "// shop\nmodule example.org/shop/v2 // by us\n\ngo 1.24\n");
        write("errors/errors.go", "package errors\nfunc Wrap() {}\n");
        write("store/store.go", "package store\nfunc Open() {}\n");
        write("store/store_test.go", "package store\nfunc Fake() {}\n");
        write("store/notes.py", "pass\n");
        write(
                "main.go",
                """
                package main
                import (
                    "errors"
                    own "example.org/shop/v2/errors"
                    "example.org/shop/v2/store"
                    "github.com/other/shelf"
                )
                func main() { own.Wrap(); store.Open() }
                """);
        assertEquals(
                List.of(
                        "main calls Open (exact)",
                        "main calls Wrap (exact)",
                        "main.go imports errors.go",
                        "main.go imports github.com/other/shelf",
                        "main.go imports store.go",
                        "store_test.go tests store.go"),
                readEdges());
    }

    @Test
    void goCallsNothingOfItsOwnThroughPackagesOfOthers() throws IOException {
        write("go.mod", "module example.org/shop\n");
        write(
                "shop/shop.go",
                """
                package shop
                type Client struct {}
                func (c *Client) Contains() {}
                func (c *Client) Settle() {}
                func (c *Client) Close() {}
                """);
        write(
                "shop/use.go",
                """
                package shop
                import (
                    "net/http"
                    "strings"
                    "testing"
                    yaml "gopkg.in/yaml.v3"
                )
                func Use(t *testing.T, web *http.Client, own *Client) {
                    strings.Contains("a", "b")
                    yaml.Settle()
                    t.Settle()
                    web.Settle()
                    fresh().Close()
                    own.Settle()
                }
                """);
        assertEquals(
                List.of("Use calls Settle (exact)", "use.go imports gopkg.in/yaml.v3"),
                readEdges());
    }

    @Test
    void rustFollowsPathsAndNotWhatIsMerelyCalledAlike() throws IOException {
        write(
                "shop/src/lib.rs",
                """
                mod error;
                mod order;
                pub mod http;
                pub struct Shop;
                """);
        write("shop/src/error.rs", "pub struct Error;\nimpl Error { pub fn explained() {} }\n");
        write("shop/src/http.rs", "use std::error::Error;\npub struct Request;\n");
        write(
                "shop/src/order/mod.rs",
                """
                mod lines;
                use std::{collections::HashMap, error};
                use hyper::{
                    body::Bytes, // not ours
                    http::Request as Asked,
                };
                use crate::{Shop, error::Error};
                use super::http as web;
                use self::lines::{Line, self};
                fn take() { lines::count(); Error::explained(); hyper::Error::explained(); }
                mod tests {
                    use super::*;
                    use crate::*;
                    use http::Request as Again;
                    use super::super::http::Request;
                    use self::inner::Thing;
                    mod inner { pub struct Thing; }
                }
                """);
        write("shop/src/order/lines.rs", "pub struct Line;\npub fn count() {}\n");
        write("shop/tests/order.rs", "use shop::http::Request;\nuse serde::Request as R;\n");
        assertEquals(
                List.of(
                        "lib.rs imports error.rs",
                        "lib.rs imports http.rs",
                        "lib.rs imports mod.rs",
                        "mod.rs imports error.rs",
                        "mod.rs imports http.rs",
                        "mod.rs imports hyper",
                        "mod.rs imports lib.rs",
                        "mod.rs imports lines.rs",
                        "order.rs imports http.rs",
                        "order.rs imports serde",
                        "order.rs tests mod.rs",
                        "take calls count (exact)",
                        "take calls explained (exact)"),
                readEdges());
    }

    @Test
    void typescriptFollowsThePathsOfItsSettings() throws IOException {
        write(
                "web/tsconfig.json",
                """
                {
                  // what is shared
                  "extends": ["./tsconfig.base.json"],
                  "compilerOptions": { "strict": true, /* none here */ },
                }
                """);
        write(
                "web/tsconfig.base.json",
                """
                { "compilerOptions": { "paths": {
                    "~/*": ["./src/*"],
                    "config": ["./src/settings.ts"],
                    "@shop/core": ["../core/src/index.ts"] } } }
                """);
        write("core/package.json", "{ \"name\": \"@shop/core\" }");
        write("core/src/index.ts", "export function settle() {}\n");
        write("web/src/settings.ts", "export const a = 1;\n");
        write("web/src/db/client.ts", "export class Client { settleAll() {} }\n");
        write(
                "web/src/main.ts",
                """
                import { Client } from '~/db/client';
                import { settle } from '@shop/core';
                import 'config';
                import logo from '~/logo.svg';
                import { repl } from 'repl';
                import x from '$lib/x';
                import y from '#internal';
                import zod from 'zod/v4';
                function start(c: Client) { c.settleAll(); settle(); }
                """);
        assertEquals(
                List.of(
                        "main.ts imports client.ts",
                        "main.ts imports index.ts",
                        "main.ts imports settings.ts",
                        "main.ts imports zod",
                        "start calls settle (exact)",
                        "start calls settleAll (exact)"),
                readEdges());
    }

    @Test
    void typescriptFindsThePackagesOfItsWorkspaceByTheirNames() throws IOException {
        write("pnpm-workspace.yaml", "packages:\n  - 'packages/*'\n  - '!packages/old'\n");
        write(
                "packages/types/package.json",
                """
                { "name": "@shop/types",
                  "exports": { ".": { "types": "./dist/index.d.mts", "import": "./dist/index.mjs" } } }
                """);
        write("packages/types/src/index.ts", "export function settle() {}\n");
        write(
                "packages/parse/package.json",
                """
                { "name": "@shop/parse", "main": "lib/cjs/main.js",
                  "exports": { "./*": "./dist/esm/*.js" } }
                """);
        write("packages/parse/src/main.ts", "export function parseAll() {}\n");
        write("packages/parse/src/lines.ts", "export function parseLines() {}\n");
        write("packages/old/package.json", "{ \"name\": \"old\" }");
        write("packages/old/index.js", "export function olden() {}\n");
        write("fixtures/zod/package.json", "{ \"name\": \"zod\" }");
        write("fixtures/zod/index.js", "export function zed() {}\n");
        write("packages/cli/package.json", "{ \"name\": \"@shop/cli\" }");
        write("packages/cli/src/own.ts", "export const own = 1;\n");
        write(
                "packages/cli/src/run.ts",
                """
                import { settle } from '@shop/types';
                import { parseAll } from '@shop/parse';
                import { parseLines } from '@shop/parse/lines';
                import { nothing } from '@shop/parse/nothing';
                import { own } from '@shop/cli/src/own';
                import { olden } from 'old';
                import { zed } from 'zod';
                export function run() { settle(); parseAll(); parseLines(); }
                """);
        assertEquals(
                List.of(
                        "run calls parseAll (exact)",
                        "run calls parseLines (exact)",
                        "run calls settle (exact)",
                        "run.ts imports index.ts",
                        "run.ts imports lines.ts",
                        "run.ts imports main.ts",
                        "run.ts imports old",
                        "run.ts imports own.ts",
                        "run.ts imports zod"),
                readEdges());
    }

    @Test
    void typescriptFindsThePackagesThatAManifestNamesAsItsWorkspaces() throws IOException {
        write(
                "package.json",
                "{ \"name\": \"shop\", \"workspaces\": { \"packages\": [\"./libs/**\"] } }");
        write("libs/deep/core/package.json", "{ \"name\": \"core\" }");
        write("libs/deep/core/index.ts", "export function settle() {}\n");
        write("app.ts", "import { settle } from 'core';\nfunction run() { settle(); }\n");
        assertEquals(List.of("app.ts imports index.ts", "run calls settle (exact)"), readEdges());
    }

    @Test
    void namesThatAPackagePassesOnLeadToWhereTheyAreDeclared() throws IOException {
        write(
                "src/shop/__init__.py",
                "from .helpers import settle as settle\nfrom .more import *\n");
        write("src/shop/helpers.py", "def settle(): pass\n");
        write("src/shop/more.py", "from .deep import reckon\n");
        write("src/shop/deep.py", "def reckon(): pass\n");
        write(
                "src/shop/app.py",
                "class App:\n    def settle(self): pass\n    def reckon(self): pass\n");
        write(
                "examples/use.py",
                """
                import shop
                from shop import reckon
                def use():
                    shop.settle()
                    reckon()
                """);
        write("web/index.ts", "export * from './all';\nexport { pay } from './pay';\n");
        write("web/all.ts", "export * from './index';\nexport function list() {}\n");
        write("web/pay.ts", "export function pay() {}\n");
        write("other/pay.ts", "export function pay() {}\nexport function list() {}\n");
        write(
                "main.ts",
                "import { list, pay, none } from './web';\nfunction run() { list(); pay(); none(); }\n");
        assertEquals(
                List.of(
                        "run calls list of web/all.ts",
                        "run calls pay of web/pay.ts",
                        "use calls reckon of src/shop/deep.py",
                        "use calls settle of src/shop/helpers.py"),
                readCalls());
    }

    @Test
    void whatIsImportedFromOthersIsNothingOfOurs() throws IOException {
        write("ts/own.ts", "export function retryOften() {}\nexport class Widget {}\n");
        write(
                "ts/use.tsx",
                """
                import { retryOften as again, retryOften } from 'retry';
                import * as kit from 'kit';
                import { Widget } from 'widgets';
                const tools = require('tools');
                class Mine extends Widget {}
                class Other extends kit.Widget {}
                function go(w: Widget) { retryOften(); new Widget(); kit.keepAll(); tools.keepAll(); }
                """);
        write("ts/keeper.ts", "class Keeper { keepAll() {} }\n");
        write("py/own.py", "class Frame:\n    def dump_all(self):\n        pass\n");
        write(
                "py/use.py",
                """
                import contextvars
                import pandas as pd
                from other import (
                    Frame,  # theirs
                )
                class Mine(Frame):
                    pass
                def go(frame: pd.Frame):
                    pd.dump_all()
                    frame.dump_all()
                """);
        write("java/a/Texts.java", "package a; class Texts { static void blankOnly() {} }");
        write(
                "java/a/Use.java",
                """
                package a;
                import org.other.Strings;
                import org.other.Texts.Inner;
                class Use { void go() { Strings.blankOnly(); Texts.blankOnly(); } }
                """);
        assertEquals(
                List.of(
                        "Use.java imports org.other",
                        "go calls blankOnly (exact)",
                        "use.py imports other",
                        "use.py imports pandas",
                        "use.tsx imports kit",
                        "use.tsx imports retry",
                        "use.tsx imports tools",
                        "use.tsx imports widgets"),
                readEdges());
    }

    /** All but declarations, of what is read without a warning. */
    private List<String> readEdges() throws IOException {
        ImportRun run = read();
        assertEquals(ImportState.APPLIED, run.state(), run.error().orElse(""));
        assertEquals(List.of(), run.warnings());
        return edges();
    }

    @Test
    void pythonTakesALibraryForNoPackageOfTheSameNameBesideIt() throws IOException {
        write("shop/__init__.py", "");
        write("shop/tasks.py", "from celery import Celery\nimport shop.pay.apprise\n");
        write("shop/celery.py", "from celery import Celery\nfrom shop import settings\n");
        write("shop/settings.py", "ON = True\n");
        write("shop/pay/__init__.py", "");
        write("shop/pay/apprise/__init__.py", "");
        write("shop/pay/apprise/send.py", "import apprise\nfrom ..stripe import client\n");
        write("shop/pay/stripe/__init__.py", "");
        write("shop/pay/stripe/client.py", "import stripe\n");
        assertEquals(
                List.of(
                        "celery.py imports celery",
                        "celery.py imports settings.py",
                        "client.py imports stripe",
                        "send.py imports apprise",
                        "send.py imports client.py",
                        "tasks.py imports __init__.py",
                        "tasks.py imports celery"),
                readEdges());
    }

    @Test
    void pythonFindsModulesBesideAScriptInAFolderThatNobodyImports() throws IOException {
        write("app/__init__.py", "");
        write("app/main.py", "import config\n");
        write("app/config.py", "ON = True\n");
        assertEquals(List.of("main.py imports config.py"), readEdges());
    }

    @Test
    void aVariableOfTypescriptIsNothingThatAnotherFileHappensToDeclare() throws IOException {
        write("src/lint.ts", "import fs from 'node:fs';\nexport function lintAll() {}\n");
        write(
                "src/rules.ts",
                """
                import fs from 'node:fs';
                export function linkNames() {}
                export class Tokenish {}
                export class Emitting {}
                class Linked { unshift(x: string) {} shift() {} }
                """);
        write("src/start.ts", "export default function activate() {}\n");
        write(
                "src/use.ts",
                """
                import lintAll from './start';
                export function work(options, state, parts: string[]) {
                  const { linkNames, Emitting } = options;
                  lintAll();
                  linkNames();
                  new Emitting();
                  new state.Tokenish();
                  parts.unshift('a');
                  parts.shift();
                }
                """);
        assertEquals(
                List.of("use.ts imports start.ts", "work calls activate (exact)"), readEdges());
    }

    @Test
    void typescriptKnowsWhatItImportsByTheNameThatItGivesIt() throws IOException {
        write(
                "src/rules.ts",
                """
                export function checkAll() {}
                export class Ruling { applyAll() {} }
                const checkSome = () => {};
                export default checkSome;
                """);
        write("src/other.ts", "export function checkEach() {}\n");
        write(
                "src/use.ts",
                """
                import { checkAll as checkEach, Ruling as Law } from './rules';
                import { default as checkSome } from './rules';
                export function work(law: Law) {
                  checkEach();
                  checkSome();
                  law.applyAll();
                }
                """);
        assertEquals(
                List.of(
                        "use.ts imports rules.ts",
                        "work calls applyAll (exact)",
                        "work calls checkAll (exact)",
                        "work calls checkSome (exact)"),
                readEdges());
    }

    @Test
    void scriptsOfAPageShareTheirNames() throws IOException {
        write("site/shared.js", "function paintAll() {}\n");
        write("site/page.js", "function startPage() { paintAll(); }\n");
        assertEquals(List.of("startPage calls paintAll (by name)"), readEdges());
    }

    @Test
    void aVariableOfPythonOrGoIsNothingThatAnotherFileHappensToDeclare() throws IOException {
        write("shop/__init__.py", "");
        write("shop/prices.py", "def round_up(x): pass\nclass Ledger: pass\n");
        write("shop/use.py", "def work(round_up, Ledger):\n    round_up(1)\n    Ledger()\n");
        write("shop/all.py", "from .prices import *\ndef every():\n    round_up(1)\n");
        write("go.mod", "module example.org/x\n");
        write("a/a.go", "package a\nfunc handleAll() {}\n");
        write("b/b.go", "package b\nfunc Run(handleAll func()) { handleAll() }\n");
        assertEquals(
                List.of("all.py imports prices.py", "every calls round_up (by name)"), readEdges());
    }

    @Test
    void generatedCodeIsImportedButHoldsNothing() throws IOException {
        write(
                "shop/wire_pb2.py",
                "# Generated by the wire compiler. DO NOT EDIT!\ndef hidden(): pass\n");
        write("shop/use.py", "import wire_pb2\n\ndef work():\n    wire_pb2.hidden()\n");
        write("go.mod", "module example.org/x\n");
        write(
                "pb/wire.pb.go",
                "// Code generated by wire. DO NOT EDIT.\n\npackage pb\nfunc Hidden() {}\n");
        write(
                "main.go",
                "package main\nimport \"example.org/x/pb\"\nfunc main() { pb.Hidden() }\n");
        write("src/wire.ts", "// @generated\nexport function hidden() {}\n");
        write(
                "src/use.ts",
                "import { hidden } from './wire';\nexport function work() { hidden(); }\n");
        List<String> imports =
                List.of(
                        "main.go imports wire.pb.go",
                        "use.py imports wire_pb2.py",
                        "use.ts imports wire.ts");
        assertEquals(imports, readEdges());
        write("src/more.ts", "export const x = 1;\n");
        assertEquals(imports, readEdges());
    }

    @Test
    void goKnowsAPackageByItsOwnNameWhereItsFirstFileIsGenerated() throws IOException {
        write("go.mod", "module example.org/x\n");
        write("pb/a.pb.go", "// Code generated by wire. DO NOT EDIT.\n\npackage wire\n");
        write("pb/own.go", "package wire\nfunc Own() {}\n");
        write("main.go", "package main\nimport \"example.org/x/pb\"\nfunc main() { wire.Own() }\n");
        assertEquals(
                List.of(
                        "main calls Own (exact)",
                        "main.go imports a.pb.go",
                        "main.go imports own.go"),
                readEdges());
    }

    @Test
    void whatIsExportedByDefaultMayBeCalledOtherwise() throws IOException {
        write("a.ts", "export default function start() {}\nexport function other() {}\n");
        write("b.ts", "class Shelf { fill() {} }\nexport default Shelf;\n");
        write("c.ts", "const run = () => 1;\nexport { run as default };\n");
        write("d.ts", "export { default } from './a';\nexport { other as another } from './a';\n");
        write("e.js", "function unknown() {}\nexport default memo(unknown);\n");
        write("f.js", "function plain() {}\nmodule.exports = plain;\n");
        write("g.ts", "import Inner from './b';\nexport default Inner;\nexport { Inner };\n");
        write(
                "use.ts",
                """
                import begin from './a';
                import Rack, { fill } from './b';
                import go from './c';
                import again, { another } from './d';
                import unknown from './e';
                import memo from './e';
                import plain from './f';
                import Board, { Inner } from './g';
                import { default as first } from './a';
                function one(rack: Rack) { begin(); rack.fill(); go(); again(); another(); }
                function two() { unknown(); memo(); plain(); new Board(); first(); }
                function three() { new Inner(); start(); }
                """);
        assertEquals(
                List.of(
                        "one calls fill (exact)",
                        "one calls other (exact)",
                        "one calls run (exact)",
                        "one calls start (exact)",
                        "three creates Shelf (exact)",
                        "two calls plain (exact)",
                        "two calls start (exact)",
                        "two calls unknown (exact)",
                        "two creates Shelf (exact)"),
                readEdges().stream()
                        .filter(one -> one.contains(" calls ") || one.contains(" creates "))
                        .toList());
    }

    @Test
    void aClassOfTypeScriptIsMeantBeforeATypeOfTheSameName() throws IOException {
        write(
                "query.ts",
                """
                export interface Query { id: number }
                export class Query { constructor() {} run() {} }
                export type Make = () => void;
                export function Make() {}
                """);
        write(
                "use.ts",
                """
                import { Make, Query } from './query';
                function use(query: Query) { query.run(); Make(); }
                class Own extends Query {}
                """);
        read();
        assertEquals(
                List.of(
                        "Own extends Class",
                        "use calls Function",
                        "use calls Method",
                        "use.ts imports File"),
                source().edges.values().stream()
                        .filter(one -> !one.type().equals("declares"))
                        .map(
                                one ->
                                        name(one.from())
                                                + " "
                                                + one.type()
                                                + " "
                                                + stated(one.to()).types().getFirst())
                        .sorted()
                        .toList());
    }
}
