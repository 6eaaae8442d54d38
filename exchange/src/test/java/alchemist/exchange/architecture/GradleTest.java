package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GradleTest extends DefinitionsTesting {
    @Test
    void projectsOfABuildDependOnOneAnotherAndOnLibrariesInAllTheWaysThatGroovyWrites()
            throws IOException {
        write(
                "settings.gradle",
                """
                rootProject.name = 'ferry'
                include 'core', ':web',
                        'tools:lint'
                ['port', 'starboard'].each { side ->
                    include "side-$side"
                    project(":side-$side").projectDir = new File(rootDir, "sides/$side")
                }
                include someList
                """);
        write(
                "build.gradle",
                """
                // The versions of all. include 'nothing'
                buildscript {
                    dependencies { classpath 'org.shop:build-plugin:3' }
                }
                ext.jacksonVersion = '2.17'
                ext { versions = [guava: '33.0', junit: '5.11'] }
                allprojects { group = 'org.ferry'; version = '1.4' }
                subprojects {
                    apply plugin: 'java-library'
                    dependencies { testImplementation "org.junit:junit:${versions.junit}" }
                }
                project(':web') { dependencies { runtimeOnly 'org.late:late:1' } }
                configure(subprojects.findAll { it.name != 'core' }) {
                    dependencies { implementation 'org.chosen:chosen:1' }
                }
                """);
        write(
                "core/build.gradle",
                """
                plugins {
                    id 'java-library'
                    id "org.shop.check" version "1.2" apply false
                }
                dependencies {
                    api platform("org.bom:bom:7")
                    implementation "com.fasterxml:jackson:$jacksonVersion", 'io.a:b:1@jar'
                    implementation group: 'com.google', name: 'guava', version: versions.guava
                    compileOnly([group: 'x', name: 'y', version: '1'])
                    implementation('org.c:d') { exclude group: 'org.e', module: 'f' }
                    implementation files('libs/a.jar'), fileTree('libs')
                    constraints { implementation 'org.limit:limit:9' }
                    if (System.getenv('CI')) { runtimeOnly 'org.ci:ci:2' }
                    testImplementation Deps.mockito
                    testImplementation project(path: ':tools:lint', configuration: 'x')
                    testImplementation project(':gone')
                }
                tasks.register('x') { group = 'verification' }
                """);
        write("web/build.gradle", "dependencies {\n  implementation project(':core')\n}\n");
        write("tools/lint/lint.gradle", "apply from: \"$rootDir/gradle/shared.gradle\"\n");
        write("gradle/shared.gradle", "version = '2'\n");
        write("sides/port/build.gradle", "apply plugin: 'application'\n");
        assertEquals(
                List.of(
                        "settings.gradle line 8: a dependency or project is not written out, and"
                                + " not read: 'include someList'",
                        "core/build.gradle line 16: depends on the project ':gone', of which nothing"
                                + " is read; settings may compute it",
                        "core/build.gradle line 14: a dependency or project is not written out, and"
                                + " not read: 'Deps.mockito'",
                        "build.gradle line 14: a dependency or project is not written out, and not"
                                + " read: 'implementation of projects that are chosen'"),
                read().stream().sorted(Comparator.reverseOrder()).toList());
        assertEquals(
                List.of(
                        "core depends on com.fasterxml:jackson [requires 2.17] [scope implementation]",
                        "core depends on com.google:guava [requires 33.0] [scope implementation]",
                        "core depends on io.a:b [requires 1] [scope implementation]",
                        "core depends on org.bom:bom [requires 7] [scope import]",
                        "core depends on org.c:d [scope implementation]",
                        "core depends on org.ci:ci [requires 2] [scope runtimeOnly]",
                        "core depends on org.junit:junit [requires 5.11] [scope testImplementation]",
                        "core depends on org.shop.check [requires 1.2] [scope plugin]",
                        "core depends on tools:lint [scope testImplementation]",
                        "core depends on x:y [requires 1] [scope compileOnly]",
                        "ferry depends on org.shop:build-plugin [requires 3] [scope classpath]",
                        "ferry has module core",
                        "ferry has module side-port",
                        "ferry has module side-starboard",
                        "ferry has module tools",
                        "ferry has module tools:lint",
                        "ferry has module web",
                        "side-port depends on org.junit:junit [requires 5.11]"
                                + " [scope testImplementation]",
                        "side-starboard depends on org.junit:junit [requires 5.11]"
                                + " [scope testImplementation]",
                        "tools depends on org.junit:junit [requires 5.11] [scope testImplementation]",
                        "tools:lint depends on org.junit:junit [requires 5.11]"
                                + " [scope testImplementation]",
                        "web depends on core [scope implementation]",
                        "web depends on org.junit:junit [requires 5.11] [scope testImplementation]",
                        "web depends on org.late:late [requires 1] [scope runtimeOnly]"),
                edges("requires", "scope").stream()
                        .filter(edge -> !edge.contains(" provides ") && !edge.contains("includes"))
                        .toList());
        assertEquals("org.ferry:lint", property("tools:lint", "Module", "identifier"));
        assertEquals("1.4", property("core", "Module", "version"));
        assertEquals("java-library", property("core", "Module", "packaging"));
        assertEquals("application", property("side-port", "Module", "packaging"));
        assertEquals("settings.gradle", property("side-starboard", "Module", "path"));
        assertTrue(edges().contains("lint.gradle includes shared.gradle"));
        assertTrue(edges().contains("web provides org.ferry:web"));
    }

    @Test
    void scriptsOfKotlinNameLibrariesOfTheCatalogAndProjectsByAccessors() throws IOException {
        write(
                "settings.gradle.kts",
                """
                pluginManagement { includeBuild("build-logic") }
                rootProject.name = "shop"
                include(":app", ":core:data-test")
                listOf("one").forEach { include(":feature:$it") }
                include(":shop-docs")
                project(":shop-docs").name = "docs"
                dependencyResolutionManagement {
                    versionCatalogs { create("tools") { from(files("versions/tools.toml")) } }
                }
                """);
        write(
                "gradle/libs.versions.toml",
                """
                [versions]
                kotlin = "2.1.0"
                okio = { strictly = "[3.0,4.0)", prefer = "3.9" }
                [libraries]
                kotlin-stdlib = { module = "org.jetbrains.kotlin:kotlin-stdlib", version.ref = "kotlin" }
                okio = { group = "com.squareup", name = "okio", version.ref = "okio" }
                retrofit_core = "com.squareup:retrofit:2.11"
                bom = { module = "org.bom:bom" }
                nothing = { version = "1" }
                [bundles]
                net = ["okio", "retrofit-core"]
                [plugins]
                compose = { id = "org.jetbrains.compose", version.ref = "kotlin" }
                short = "org.short.plugin:1.0"
                """);
        write(
                "gradle.properties",
                "# settings\\ngroup=com.shop\\nversion=3.1\\nslf4j=2.0.16\\n".replace("\\n", "\n"));
        write("build-logic/settings.gradle.kts", "rootProject.name = \"build-logic\"\n");
        write("build-logic/build.gradle.kts", "plugins { `kotlin-dsl` }\n");
        write("core/data-test/build.gradle.kts", "plugins { kotlin(\"jvm\") version \"2.1.0\" }\n");
        write(
                "app/build.gradle.kts",
                """
                import org.shop.Something
                plugins {
                    application
                    `java-test-fixtures`
                    alias(libs.plugins.compose)
                    alias(libs.plugins.short) apply false
                }
                val ktor by extra("3.0.1")
                val junit: String = "5.11"
                group = "com.shop.app"
                kotlin {
                    sourceSets {
                        commonMain.dependencies { implementation(kotlin("test")) }
                    }
                }
                dependencies {
                    implementation(libs.kotlin.stdlib)
                    implementation(libs.bundles.net)
                    implementation(platform(libs.bom))
                    implementation(projects.core.dataTest)
                    implementation(testFixtures(project(":core:data-test")))
                    runtimeOnly(projects.docs)
                    "custom"("io.ktor:ktor-server:$ktor")
                    testImplementation("org.junit:junit:" + junit)
                    add("ksp", "org.slf4j:slf4j:${property}")
                    add("ksp", "org.slf4j:slf4j-api:$slf4j")
                    implementation(libs.findLibrary("okio").get())
                    api(libs.unknown.thing)
                    implementation("com.squareup:moshi:${libs.versions.kotlin.get()}") {
                        because("a:b:c is not meant")
                    }
                }
                """);
        assertEquals(
                List.of(
                        "gradle/libs.versions.toml line 9: is passed over: 'nothing' names nothing",
                        "app/build.gradle.kts line 28: a dependency or project is not written out,"
                                + " and not read: 'libs.unknown.thing'"),
                read());
        assertEquals(
                List.of(
                        "app depends on com.squareup:moshi [requires 2.1.0] [scope implementation]",
                        "app depends on com.squareup:okio [requires [3.0,4.0)]"
                                + " [scope implementation]",
                        "app depends on com.squareup:retrofit [requires 2.11]"
                                + " [scope implementation]",
                        "app depends on core:data-test [scope implementation]",
                        "app depends on docs [scope runtimeOnly]",
                        "app depends on io.ktor:ktor-server [requires 3.0.1] [scope custom]",
                        "app depends on org.bom:bom [scope import]",
                        "app depends on org.jetbrains.compose [requires 2.1.0] [scope plugin]",
                        "app depends on org.jetbrains.kotlin:kotlin-stdlib [requires 2.1.0]"
                                + " [scope implementation]",
                        "app depends on org.jetbrains.kotlin:kotlin-test [scope implementation]",
                        "app depends on org.junit:junit [requires 5.11] [scope testImplementation]",
                        "app depends on org.short.plugin [requires 1.0] [scope plugin]",
                        "app depends on org.slf4j:slf4j [requires ${property}] [scope ksp]",
                        "app depends on org.slf4j:slf4j-api [requires 2.0.16] [scope ksp]",
                        "core:data-test depends on org.jetbrains.kotlin.jvm [requires 2.1.0]"
                                + " [scope plugin]",
                        "libs.versions.toml offers com.squareup:okio [requires [3.0,4.0)]"
                                + " [aliases okio]",
                        "libs.versions.toml offers com.squareup:retrofit [requires 2.11]"
                                + " [aliases retrofit_core]",
                        "libs.versions.toml offers org.bom:bom [aliases bom]",
                        "libs.versions.toml offers org.jetbrains.compose [requires 2.1.0]"
                                + " [aliases compose]",
                        "libs.versions.toml offers org.jetbrains.kotlin:kotlin-stdlib"
                                + " [requires 2.1.0] [aliases kotlin-stdlib]",
                        "libs.versions.toml offers org.short.plugin [requires 1.0] [aliases short]",
                        "shop has module app",
                        "shop has module build-logic",
                        "shop has module core",
                        "shop has module core:data-test",
                        "shop has module docs",
                        "shop has module feature",
                        "shop has module feature:one"),
                edges("requires", "scope", "aliases").stream()
                        .filter(edge -> !edge.contains(" provides "))
                        .toList());
        assertEquals("com.shop.app:app", property("app", "Module", "identifier"));
        assertEquals("com.shop:data-test", property("core:data-test", "Module", "identifier"));
        assertEquals("3.1", property("core:data-test", "Module", "version"));
        assertEquals("application, java-test-fixtures", property("app", "Module", "packaging"));
    }

    @Test
    void aProjectOfMavenAndOneOfGradleThatUseALibraryUseTheSameNode() throws IOException {
        write(
                "a/pom.xml",
                """
                <project><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                  <dependencies><dependency><groupId>org.x</groupId><artifactId>y</artifactId>
                  </dependency></dependencies></project>
                """);
        write("b/settings.gradle", "rootProject.name = 'b'\n");
        write("b/build.gradle", "group = 'g'\ndependencies { api 'org.x:y:1'; api 'g:a:1' }\n");
        write(
                "b/gradle.lockfile",
                """
                # what was chosen
                org.x:y:1.5=compileClasspath,runtimeClasspath
                org.z:z:2=runtimeClasspath
                empty=annotationProcessor
                what is this
                """);
        write("b/src/A.java", "import org.x.y.Thing;\nclass A {}\n");
        assertEquals(
                List.of(
                        "b/gradle.lockfile line 5: is no line of a lock file of Gradle, and is"
                                + " passed over"),
                read());
        assertEquals(
                List.of(
                        "a depends on org.x:y",
                        "a provides g:a",
                        "b depends on g:a [requires 1]",
                        "b depends on org.x:y [requires 1] [locked 1.5]",
                        "b provides g:b",
                        "gradle.lockfile locks org.x:y [versions 1.5]",
                        "gradle.lockfile locks org.z:z [versions 2]",
                        "org.x:y provides org.x.y"),
                edges("requires", "locked", "versions"));
        assertEquals(
                1,
                source().nodes.values().stream()
                        .filter(n -> shown(n.name()).equals("org.x:y"))
                        .count());
    }

    @Test
    void textsPatternsAndCommentsOfScriptsHideNothingAndDamageIsTold() throws IOException {
        write(
                "a/build.gradle",
                """
                /* dependencies { api 'no:no:1' } */
                def url = "https://example.org/${ foo("}") }/x" // dependencies {
                def pattern = ~/it's {/
                def several = '''
                dependencies { api 'no:no:2' }
                '''
                def half = 10 / 2
                dependencies { api "a:b:1" }
                def open = 'not closed
                dependencies { api "c:d:1"
                """);
        write("b/build.gradle.kts", "x".repeat(10) + "(".repeat(200) + "\n");
        write("c/build.gradle", "println 'nothing'\n");
        write("c/gradle/libs.versions.toml", "[libraries]\na = = 1\n");
        List<String> warnings = read();
        assertEquals(3, warnings.size(), () -> String.join("\n", warnings));
        assertEquals(
                "a/build.gradle line 10: the bracket '{' is not closed; what follows is taken as in"
                        + " it",
                warnings.get(0));
        assertEquals("b/build.gradle.kts line 1: it nests deeper than 100", warnings.get(1));
        assertTrue(warnings.get(2).startsWith("c/gradle/libs.versions.toml line 2: it is no TOML"));
        assertEquals(List.of("a depends on a:b", "a depends on c:d"), edges());
    }

    /** Words without a point lead into no catalog. */
    @Test
    void pluginsByWordsThatNameNoCatalogAreTold() throws IOException {
        write("build.gradle", "plugins { alias(kotlin); id 'java' }\n");
        List<String> warnings = read();
        assertEquals(1, warnings.size(), () -> String.join("\n", warnings));
        assertTrue(warnings.getFirst().startsWith("build.gradle line 1: "), warnings.getFirst());
    }

    @Test
    void whatOneScriptSaysForVeryManyProjectsIsLimited() throws IOException {
        StringBuilder settings = new StringBuilder();
        StringBuilder build = new StringBuilder("subprojects { dependencies {\n");
        for (int i = 0; i < 142; i++) {
            settings.append("include 'p").append(i).append("'\n");
            build.append("api 'g:a").append(i).append(":1'\n");
        }
        write("settings.gradle", settings.toString());
        write("build.gradle", build.append("} }\n").toString());
        assertEquals(
                List.of(
                        "build.gradle: says more than 20000 dependencies for other projects; the"
                                + " rest is passed over"),
                read());
        assertEquals(20_000, relations().get("depends on"));
    }
}
