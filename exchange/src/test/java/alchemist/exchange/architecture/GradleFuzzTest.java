package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Build scripts of Gradle. */
final class GradleFuzzTest extends ReaderFuzz {
    GradleFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "build.gradle");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes("['x', 'y'].each {}\nlistOf(\"a\").forEach { }\n"),
                bytes(
                        """
                        plugins { id 'java'; id "org.a" version "1" }
                        ext { versions = [a: '1'] }
                        ['x', 'y'].each { s -> include "p-$s" }
                        dependencies {
                            api "g:a:${versions.a}", project(':b')
                            implementation group: 'g', name: 'n', version: '1'
                            implementation(platform(libs.bom)) { transitive = false }
                        }
                        """),
                bytes(
                        """
                        val x by extra("1") // comment
                        allprojects { group = "g" /* two */ }
                        subprojects { dependencies { "api"("a:b:" + x) } }
                        """));
    }
}
