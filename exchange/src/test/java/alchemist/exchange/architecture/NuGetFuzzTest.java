package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Projects of .NET. */
final class NuGetFuzzTest extends ReaderFuzz {
    NuGetFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.csproj");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        <Project Sdk="x"><PropertyGroup><V>1</V></PropertyGroup>
                        <ItemGroup><PackageReference Include="A" Version="$(V)"/>
                        <ProjectReference Include="..\\b\\b.csproj"/></ItemGroup></Project>
                        """));
    }
}
