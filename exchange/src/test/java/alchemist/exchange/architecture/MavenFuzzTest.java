package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Projects of Maven. */
final class MavenFuzzTest extends ReaderFuzz {
    MavenFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "pom.xml");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <project><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version>
                        <properties><v>1${w}</v><w>${v}</w></properties><modules><module>b</module></modules>
                        <dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId></dependency></dependencies>
                        </project>
                        """));
    }
}
