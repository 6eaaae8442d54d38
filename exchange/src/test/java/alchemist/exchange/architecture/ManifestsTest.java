package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.code.CodeReader;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.git.TestRepository;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ManifestsTest extends DefinitionsTesting {
    @Test
    void modulesOfMavenDependOnOneAnotherAndOnLibrariesInTheVersionsThatParentsSay()
            throws IOException {
        write(
                "pom.xml",
                """
                <project>
                  <groupId>org.shop</groupId><artifactId>shop</artifactId><version>1.2</version>
                  <packaging>pom</packaging>
                  <properties><junit.version>5.${minor}</junit.version><minor>14</minor></properties>
                  <modules><module>core</module><module>web</module></modules>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.junit</groupId><artifactId>junit</artifactId>
                      <version>${junit.version}</version><scope>test</scope></dependency>
                    <dependency><groupId>org.bom</groupId><artifactId>bom</artifactId>
                      <version>7</version><type>pom</type><scope>import</scope></dependency>
                  </dependencies></dependencyManagement>
                </project>
                """);
        write("core/pom.xml", pom("core", ""));
        write(
                "web/pom.xml",
                pom(
                        "web",
                        """
                        <dependencies>
                          <dependency><groupId>${project.groupId}</groupId>
                            <artifactId>core</artifactId><version>${project.version}</version>
                          </dependency>
                          <dependency><groupId>org.junit</groupId><artifactId>junit</artifactId>
                          </dependency>
                          <dependency><groupId>io.x</groupId><artifactId>x</artifactId>
                            <version>${unknown}</version><optional>true</optional></dependency>
                        </dependencies>
                        <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId>
                          <version>3</version></plugin></plugins></build>
                        """));
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "core inherits from shop",
                        "core provides org.shop:core",
                        "shop depends on org.bom:bom [requires 7] [scope import]",
                        "shop has module core",
                        "shop has module web",
                        "shop provides org.shop:shop",
                        "web depends on core [requires 1.2]",
                        "web depends on io.x:x [requires ${unknown}] [scope optional]",
                        "web depends on org.apache.maven.plugins:maven-jar-plugin [requires 3]"
                                + " [scope plugin]",
                        "web depends on org.junit:junit [requires 5.14] [scope test]",
                        "web inherits from shop",
                        "web provides org.shop:web"),
                edges("requires", "scope"));
        assertEquals("1.2", property("core", "Module", "version"));
        assertEquals("org.shop:web", property("web", "Module", "identifier"));
        NodeStatement web = named("web", "Module");
        assertEquals("web", name(web.group()));
    }

    private static String pom(String name, String more) {
        return "<project><parent><groupId>org.shop</groupId><artifactId>shop</artifactId>"
                + "<version>1.2</version></parent><artifactId>"
                + name
                + "</artifactId>"
                + more
                + "</project>";
    }

    @Test
    void packagesOfNpmKnowTheirWorkspaceTheirLockAndWhatTheyRequire() throws IOException {
        write(
                "package.json",
                """
                {"name": "root", "private": true, "workspaces": ["packages/*"],
                 "devDependencies": {"typescript": "~5.4", "real-left-pad": "npm:left-pad@1.0.0"}}
                """);
        write(
                "packages/ui/package.json",
                """
                {
                  "name": "@shop/ui", "version": "0.3.0",
                  "dependencies": {"react": "^19.0.0", "@shop/core": "workspace:*"},
                  "peerDependencies": {"react-dom": ">=18"}
                }
                """);
        write("packages/core/package.json", "{\"name\": \"@shop/core\", \"version\": \"1.0.0\"}");
        write(
                "package-lock.json",
                """
                {"lockfileVersion": 3, "packages": {
                  "": {"name": "root"},
                  "packages/ui": {"name": "@shop/ui", "dependencies": {"react": "^19.0.0"}},
                  "node_modules/@shop/ui": {"resolved": "packages/ui", "link": true},
                  "node_modules/react": {"version": "18.2.0",
                    "dependencies": {"loose-envify": "^1.1.0"}},
                  "packages/ui/node_modules/react": {"version": "19.0.1"},
                  "node_modules/loose-envify": {"version": "1.4.0"},
                  "node_modules/typescript": {"version": "5.4.5", "dev": true}
                }}
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "@shop/core provides @shop/core",
                        "@shop/ui depends on @shop/core [requires workspace:*]",
                        "@shop/ui depends on react [requires ^19.0.0] [locked 19.0.1]",
                        "@shop/ui depends on react-dom [requires >=18] [scope peer]",
                        "@shop/ui provides @shop/ui",
                        "package-lock.json locks loose-envify [versions 1.4.0]",
                        "package-lock.json locks react [versions 18.2.0, 19.0.1]",
                        "package-lock.json locks typescript [versions 5.4.5]",
                        "react depends on loose-envify [requires ^1.1.0]",
                        "root depends on left-pad [requires npm:left-pad@1.0.0] [scope dev]",
                        "root depends on typescript [requires ~5.4] [scope dev] [locked 5.4.5]",
                        "root has module @shop/core",
                        "root has module @shop/ui"),
                edges("requires", "scope", "locked", "versions"));
    }

    @Test
    void workspacesAndLockFilesOfPnpmAreReadToo() throws IOException {
        write("pnpm-workspace.yaml", "packages: ['apps/**', '!apps/old']\n");
        write(
                "apps/a/b/package.json",
                "{\"name\": \"b\", \"dependencies\": {\"react\": \"^19\", \"zod\": \"^3\"}}");
        write(
                "pnpm-lock.yaml",
                """
                lockfileVersion: '9.0'
                importers:
                  .: {}
                  apps/a/b:
                    dependencies:
                      react: {specifier: ^19, version: 19.1.0(x@1.0.0)}
                packages:
                  react@19.1.0: {resolution: {integrity: x}}
                  react@18.0.0: {}
                  '@s/t@2.0.0': {}
                  /zod/3.1.0: {}
                snapshots:
                  react@19.1.0: {dependencies: {'@s/t': 2.0.0}}
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "b depends on react [requires ^19] [locked 19.1.0]",
                        "b depends on zod [requires ^3] [locked 3.1.0]",
                        "pnpm-lock.yaml locks @s/t [versions 2.0.0]",
                        "pnpm-lock.yaml locks react [versions 18.0.0, 19.1.0]",
                        "pnpm-lock.yaml locks zod [versions 3.1.0]",
                        "pnpm-workspace.yaml has module b",
                        "react depends on @s/t [requires 2.0.0]"),
                edges("requires", "locked", "versions"));
    }

    @Test
    void cratesOfAWorkspaceTakeVersionsFromItAndPathsLeadToTheirNeighbours() throws IOException {
        write(
                "Cargo.toml",
                """
                [workspace]
                members = ["crates/*"]
                [workspace.package]
                version = "0.9.0"
                [workspace.dependencies]
                serde = { version = "1.0", features = ["derive"] }
                engine = { path = "crates/engine" }
                """);
        write("crates/engine/Cargo.toml", "[package]\nname = \"engine\"\nversion = \"0.1.0\"\n");
        write(
                "crates/app/Cargo.toml",
                """
                [package]
                name = "app"
                version.workspace = true

                [dependencies]
                serde.workspace = true
                engine = { workspace = true }
                tracing-subscriber = "0.3"
                [target.'cfg(unix)'.dependencies]
                nix = { version = "0.27", optional = true }
                [dev-dependencies]
                tempfile = "3"
                """);
        write(
                "Cargo.lock",
                """
                version = 3

                [[package]]
                name = "app"
                version = "0.9.0"
                dependencies = ["engine", "serde"]

                [[package]]
                name = "serde"
                version = "1.0.200"
                source = "registry+https://example.org/index"
                dependencies = ["serde_derive 1.0.200"]

                [[package]]
                name = "serde_derive"
                version = "1.0.200"
                source = "registry+https://example.org/index"
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "Cargo.lock locks serde",
                        "Cargo.lock locks serde_derive",
                        "Cargo.toml has module app",
                        "Cargo.toml has module engine",
                        "app depends on engine",
                        "app depends on nix [requires 0.27] [scope optional]",
                        "app depends on serde [requires 1.0] [locked 1.0.200]",
                        "app depends on tempfile [requires 3] [scope dev]",
                        "app depends on tracing-subscriber [requires 0.3]",
                        "app provides app",
                        "engine provides engine",
                        "serde depends on serde_derive [requires 1.0.200]"),
                edges("requires", "scope", "locked"));
        assertEquals("0.9.0", property("app", "Module", "version"));
    }

    @Test
    void modulesOfGoNameTheirWorkspaceReplacementsAndSums() throws IOException {
        write("go.work", "go 1.22\n\nuse (\n\t./api\n\t./tool\n)\n");
        write("api/go.mod", "module example.com/shop/api\n\ngo 1.22\n");
        write(
                "tool/go.mod",
                """
                module example.com/shop/tool // the tool

                require (
                	example.com/shop/api v0.0.0
                	github.com/spf13/cobra v1.8.0
                	golang.org/x/sys v0.15.0 // indirect
                )
                require gopkg.in/yaml.v3 v3.0.1
                replace example.com/shop/api => ../api
                """);
        write(
                "tool/go.sum",
                """
                github.com/spf13/cobra v1.8.0 h1:x=
                github.com/spf13/cobra v1.8.0/go.mod h1:y=
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "example.com/shop/tool depends on example.com/shop/api [requires v0.0.0]",
                        "example.com/shop/tool depends on github.com/spf13/cobra [requires v1.8.0]",
                        "example.com/shop/tool depends on golang.org/x/sys [requires v0.15.0]"
                                + " [scope indirect]",
                        "example.com/shop/tool depends on gopkg.in/yaml.v3 [requires v3.0.1]",
                        "go.sum locks github.com/spf13/cobra",
                        "go.work has module example.com/shop/api",
                        "go.work has module example.com/shop/tool"),
                edges("requires", "scope"));
    }

    @Test
    void projectsOfPythonAreReadInAllTheFormsThatThereAre() throws IOException {
        write(
                "pyproject.toml",
                """
                [project]
                name = "Shop.Server"
                version = "2.0"
                dependencies = [
                  "PyYAML>=6,<7",
                  "requests[socks] ~= 2.31 ; python_version > '3.8'",
                  "shop-core",
                ]
                [project.optional-dependencies]
                test = ["pytest"]
                [tool.uv.sources]
                shop-core = { workspace = true }
                [tool.uv.workspace]
                members = ["core"]
                """);
        write(
                "core/pyproject.toml",
                """
                [tool.poetry]
                name = "shop_core"
                version = "0.1"
                [tool.poetry.dependencies]
                python = "^3.11"
                attrs = { version = "^23", optional = true }
                [tool.poetry.group.dev.dependencies]
                black = "*"
                """);
        write("tools/pyproject.toml", "[tool.black]\nline-length = 100\n");
        write(
                "requirements-dev.txt",
                """
                # tools
                -r requirements.txt
                --index-url https://example.org/simple
                tox==4.0  # the runner
                """);
        write(
                "requirements.txt",
                """
                flask==3.0.0 \\
                    --hash=sha256:00
                ./core
                ???
                """);
        write(
                "uv.lock",
                """
                [[package]]
                name = "shop-server"
                source = { virtual = "." }

                [[package]]
                name = "pyyaml"
                version = "6.0.1"
                source = { registry = "https://example.org/simple" }

                [[package]]
                name = "requests"
                version = "2.31.0"
                dependencies = [{ name = "pyyaml" }]
                """);
        assertEquals(
                List.of("requirements.txt line 4: is no requirement, and is passed over: '???'"),
                read());
        assertEquals(
                List.of(
                        "Shop.Server depends on pytest [scope test]",
                        "Shop.Server depends on pyyaml [requires >=6,<7] [locked 6.0.1]",
                        "Shop.Server depends on requests [requires ~= 2.31] [locked 2.31.0]",
                        "Shop.Server depends on shop_core",
                        "Shop.Server has module shop_core",
                        "Shop.Server provides shop-server",
                        "requests depends on pyyaml",
                        "requirements-dev.txt depends on tox [requires ==4.0]",
                        "requirements-dev.txt includes requirements.txt",
                        "requirements.txt depends on flask [requires ==3.0.0]",
                        "shop_core depends on attrs [requires ^23] [scope optional]",
                        "shop_core depends on black [requires *] [scope dev]",
                        "shop_core provides shop-core",
                        "uv.lock locks pyyaml",
                        "uv.lock locks requests"),
                edges("requires", "scope", "locked"));
    }

    @Test
    void aLibraryIsTheSameForWhoImportsItAndForWhoNamesIt() throws IOException {
        write("web/package.json", "{\"name\": \"w\", \"dependencies\": {\"@a/b\": \"1\"}}");
        write("web/main.ts", "import { c } from '@a/b/sub';\n");
        write("py/requirements.txt", "PyYAML\nscikit-learn\n");
        write("py/main.py", "import yaml\nfrom sklearn import svm\n");
        write("go/go.mod", "module m\nrequire google.golang.org/grpc v1.0.0\n");
        write("go/main.go", "package main\nimport \"google.golang.org/grpc/codes\"\n");
        write("rs/Cargo.toml", "[package]\nname = \"r\"\n[dependencies]\ntokio-util = \"1\"\n");
        write("rs/src/main.rs", "use tokio_util::codec::Framed;\n");
        read();
        ImportsTesting.run(
                workspace, top, new CodeReader(new Repositories(), ParsersTesting.parsers()));
        Map<Id, NodeStatement> stated = source().nodes;
        List<String> shared =
                workspace.imports.values().stream()
                        .filter(one -> one.reader().equals("code"))
                        .flatMap(one -> workspace.source(one.source()).nodes.values().stream())
                        .filter(n -> n.types().contains("Library") && stated.containsKey(n.node()))
                        .map(n -> name(n.node()))
                        .sorted()
                        .toList();
        assertEquals(
                List.of("@a/b", "google.golang.org/grpc", "pyyaml", "scikit-learn", "tokio-util"),
                shared);
    }

    @Test
    void packagesOfJavaComeFromTheArtifactWhoseNameLeavesNoDoubt() throws IOException {
        write(
                "pom.xml",
                pom(
                        "a",
                        """
                        <dependencies>
                          <dependency><groupId>org.x</groupId><artifactId>x-core</artifactId></dependency>
                          <dependency><groupId>org.x</groupId><artifactId>x-web</artifactId></dependency>
                          <dependency><groupId>io.one</groupId><artifactId>only</artifactId></dependency>
                        </dependencies>
                        """));
        write(
                "src/A.java",
                """
                package org.x.own;
                import static org.x.web.Server.start;
                import io.one.deep.Thing;
                import io.one.*;
                import io.oneandmore.Thing;
                import java.util.List;
                import org.x.Doubt;
                import org.x.own.Mine;
                class A {}
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "a provides org.shop:a",
                        "io.one:only provides io.one",
                        "io.one:only provides io.one.deep",
                        "org.x:x-web provides org.x.web"),
                edges().stream().filter(edge -> edge.contains(" provides ")).toList());
    }

    @Test
    void bracketsInTextsAndCommentsOfTomlNestNothing() throws IOException {
        String open = "[".repeat(200);
        write(
                "Cargo.toml",
                "[package] # "
                        + open
                        + "\nname = \"a\\\""
                        + open
                        + "\"\nversion = '"
                        + open
                        + "'\ndescription = \"\"\"\n"
                        + open
                        + "\n\"\"\"\n");
        assertEquals(List.of(), read());
        assertEquals(open, property("a\"" + open, "Module", "version"));
    }

    @Test
    void keysOfTomlWithVeryManyPartsAreRefused() throws IOException {
        write("Cargo.toml", "a.".repeat(2_000) + "a = 1\n");
        write("uv.lock", "#".repeat((2 << 20) + 1));
        write("package.json", "{\"name\": \"whole\"}");
        assertEquals(
                List.of(
                        "Cargo.toml line 1: it is no TOML: it nests deeper than 100",
                        "uv.lock: has more than 2097152 characters of TOML, and is not read"),
                read());
    }

    @Test
    void aModuleStaysTheSameWhereItsFolderIsRenamed() throws IOException {
        TestRepository git = TestRepository.create(top);
        write("old/package.json", "{\"name\": \"a\", \"dependencies\": {\"b\": \"1\"}}\n");
        git.commit("one");
        read();
        Id before = named("a", "Module").node();
        git.git("mv", "old", "new");
        git.commit("two");
        read();
        assertEquals(before, named("a", "Module").node());
        assertEquals("new/package.json", property("a", "Module", "path"));
    }

    @Test
    void whatIsDamagedCostsAWarningThatNamesFileAndLine() throws IOException {
        write("a/package.json", "{\"name\": \"a\",\n \"dependencies\": {,}}\n");
        write("b/pom.xml", "<project>\n<artifactId>b</artifactId>\n<depend\n");
        write("c/Cargo.toml", "[package]\nname = \"c\"\nversion = = 1\n");
        write(
                "d/pom.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                        + "<project><artifactId>&e;</artifactId></project>");
        write("e/go.mod", "nothing\n");
        write("f/Cargo.toml", "x = " + "[".repeat(5000) + "\n");
        write("g/package.json", "{\"name\": \"whole\"}");
        write("h/package-lock.json", "[".repeat(5000));
        List<String> warnings = read();
        assertEquals(7, warnings.size(), () -> String.join("\n", warnings));
        assertTrue(
                warnings.get(0).startsWith("a/package.json line 2: it is no JSON: "),
                warnings.get(0));
        assertTrue(warnings.get(1).startsWith("b/pom.xml: is no project of Maven: "));
        assertTrue(warnings.get(1).contains("(line 4"), warnings.get(1));
        assertTrue(
                warnings.get(2).startsWith("c/Cargo.toml line 3: it is no TOML: "),
                warnings.get(2));
        assertTrue(warnings.get(3).startsWith("d/pom.xml: "), warnings.get(3));
        assertEquals("e/go.mod line 1: is no go.mod: it names no module", warnings.get(4));
        assertEquals(
                "f/Cargo.toml line 1: it is no TOML: it nests deeper than 100", warnings.get(5));
        assertTrue(warnings.get(6).startsWith("h/package-lock.json line 1: "), warnings.get(6));
        assertEquals(Value.text("whole"), named("whole", "Module").name());
    }

    @Test
    void readAgainNothingIsStatedAndAFileAloneIsReadToo() throws IOException {
        write("pom.xml", pom("one", ""));
        read();
        int commands = workspace.commands.size();
        ImportsTesting.run(workspace, top, reader());
        assertEquals(commands, workspace.commands.size());
        read(top.resolve("pom.xml"));
    }
}
