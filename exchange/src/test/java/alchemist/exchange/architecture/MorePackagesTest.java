package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Projects of .NET, gems of Ruby, packages of PHP. */
final class MorePackagesTest extends DefinitionsTesting {
    @Test
    void projectsOfDotNetTakeVersionsFromTheFilesAboveThem() throws IOException {
        write(
                "Shop.slnx",
                """
                <Solution>
                  <Folder Name="/src/"><Project Path="src/Web/Web.csproj" /></Folder>
                  <Project Path="src/Core/Core.csproj" />
                </Solution>
                """);
        write(
                "Old.sln",
                """
                Microsoft Visual Studio Solution File, Format Version 12.00
                Project("{00}") = "Core", "src\\Core\\Core.csproj", "{01}"
                EndProject
                """);
        write(
                "Directory.Packages.props",
                """
                <Project>
                  <PropertyGroup><GrpcVersion>2.71.0</GrpcVersion></PropertyGroup>
                  <ItemGroup>
                    <PackageVersion Include="Grpc.AspNetCore" Version="$(GrpcVersion)" />
                    <PackageVersion Include="Polly"><Version>8.0</Version></PackageVersion>
                  </ItemGroup>
                </Project>
                """);
        write(
                "src/Directory.Build.props",
                "<Project><PropertyGroup><Version>1.5</Version></PropertyGroup></Project>");
        write(
                "src/Web/Web.csproj",
                "\uFEFF"
                        + """
                        <Project Sdk="Microsoft.NET.Sdk.Web">
                          <ItemGroup Condition="'$(X)' == 'y'">
                            <PackageReference Include="Grpc.AspNetCore" />
                            <PackageReference Include="polly" VersionOverride="8.1" />
                            <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
                            <PackageReference Include="Analyzers" Version="1">
                              <PrivateAssets>all</PrivateAssets>
                            </PackageReference>
                            <PackageReference Update="Nothing" />
                          </ItemGroup>
                          <ItemGroup><ProjectReference Include="..\\Core\\Core.csproj" /></ItemGroup>
                        </Project>
                        """);
        write(
                "src/Core/Core.csproj",
                "<Project><PropertyGroup><Version>2.0</Version></PropertyGroup></Project>");
        write(
                "src/Web/packages.lock.json",
                """
                {"version": 1, "dependencies": {"net8.0": {
                  "Newtonsoft.Json": {"type": "Direct", "requested": "[13.0.3, )",
                    "resolved": "13.0.3", "dependencies": {"System.Text": "4.0"}},
                  "System.Text": {"type": "Transitive", "resolved": "4.0.1"},
                  "core": {"type": "Project"}}}}
                """);
        write("bad/Bad.csproj", "<Solution/>");
        assertEquals(
                List.of("bad/Bad.csproj line 1: is no project of MSBuild: <Project> is missing"),
                read());
        assertEquals(
                List.of(
                        "Core provides Core",
                        "Newtonsoft.Json depends on System.Text [requires 4.0]",
                        "Old.sln has module Core",
                        "Shop.slnx has module Core",
                        "Shop.slnx has module Web",
                        "Web depends on Analyzers [requires 1] [scope build]",
                        "Web depends on Core",
                        "Web depends on Grpc.AspNetCore [requires 2.71.0]",
                        "Web depends on Newtonsoft.Json [requires 13.0.3] [locked 13.0.3]",
                        "Web depends on polly [requires 8.1]",
                        "Web provides Web",
                        "packages.lock.json locks Newtonsoft.Json",
                        "packages.lock.json locks System.Text"),
                edges("requires", "scope", "locked"));
        assertEquals("1.5", property("Web", "Module", "version"));
        assertEquals("2.0", property("Core", "Module", "version"));
    }

    @Test
    void filesAboveProjectsOfDotNetSayWhatTheyAllNeed() throws IOException {
        write(
                "Directory.Packages.props",
                """
                <Project><ItemGroup>
                  <GlobalPackageReference Include="Versioning" Version="3.6" />
                  <PackageVersion Include="Style" Version="1.2" />
                </ItemGroup></Project>
                """);
        write(
                "src/Directory.Build.props",
                """
                <Project><ItemGroup>
                  <PackageReference Include="Style" PrivateAssets="All" />
                  <ProjectReference Include="$(MSBuildThisFileDirectory)Rules\\Rules.csproj" />
                </ItemGroup></Project>
                """);
        write(
                "src/Directory.Build.targets",
                """
                <Project><Choose>
                  <When Condition="'$(X)' == 'y'">
                    <ItemGroup><PackageReference Include="One; Two" Version="2" /></ItemGroup>
                  </When>
                  <Otherwise><PropertyGroup><Version>7</Version></PropertyGroup></Otherwise>
                </Choose></Project>
                """);
        write("src/Rules/Rules.csproj", "<Project/>");
        write(
                "src/App/App.csproj",
                """
                <Project>
                  <ItemGroup><ProjectReference Include="App.Core.csproj" /></ItemGroup>
                </Project>
                """);
        write("src/App/App.Core.csproj", "<Project/>");
        write(
                "All.sln",
                """
                Project("{00}") = "App", "src\\App\\App.csproj", "{01}"
                Project("{00}") = "App.Core", "src\\App\\App.Core.csproj", "{02}"
                """);
        assertEquals(List.of(), read());
        List<String> ofApp =
                edges("requires", "scope").stream().filter(e -> e.startsWith("App ")).toList();
        assertEquals(
                List.of(
                        "App depends on App.Core",
                        "App depends on One [requires 2]",
                        "App depends on Rules",
                        "App depends on Style [requires 1.2] [scope build]",
                        "App depends on Two [requires 2]",
                        "App depends on Versioning [requires 3.6] [scope build]",
                        "App provides App"),
                ofApp);
        assertEquals("7", property("App", "Module", "version"));
        assertEquals(2, relations().get("has module"));
    }

    @Test
    void gemsAreThoseOfTheGemfileInTheVersionsThatAreLocked() throws IOException {
        write(
                "Gemfile",
                """
                source "https://example.org"
                gem "rails", "~> 7.1", ">= 7.1.2"
                gem 'pg', require: false
                gem "rubocop", group: :lint
                group :development, :test do
                  gem "rspec"
                end
                gem("puma")
                gem name_of_one
                """);
        write(
                "Gemfile.lock",
                """
                PATH
                  remote: .
                  specs:
                    own (1.0)
                      rails (>= 7)

                GEM
                  remote: https://example.org/
                  specs:
                    nokogiri (1.16.7)
                      racc (~> 1.4)
                    nokogiri (1.16.7-x86_64-linux)
                    racc (1.8.1)
                    rails (7.1.3)
                      nokogiri (>= 1.8)

                DEPENDENCIES
                  rails (~> 7.1)
                """);
        write("bad/Gemfile.lock", "nothing\n");
        assertEquals(
                List.of("bad/Gemfile.lock line 1: is no lock file of Bundler: no gems are listed"),
                read());
        assertEquals(
                List.of(
                        "Gemfile depends on pg",
                        "Gemfile depends on puma",
                        "Gemfile depends on rails [requires ~> 7.1, >= 7.1.2] [locked 7.1.3]",
                        "Gemfile depends on rspec [scope development]",
                        "Gemfile depends on rubocop [scope lint]",
                        "Gemfile.lock locks nokogiri [versions 1.16.7]",
                        "Gemfile.lock locks racc [versions 1.8.1]",
                        "Gemfile.lock locks rails [versions 7.1.3]",
                        "nokogiri depends on racc [requires ~> 1.4]",
                        "rails depends on nokogiri [requires >= 1.8]"),
                edges("requires", "scope", "locked", "versions"));
    }

    @Test
    void packagesOfPhpAreWithoutPhpItself() throws IOException {
        write(
                "composer.json",
                """
                {"name": "shop/server", "type": "project",
                 "require": {"php": "^8.2", "ext-json": "*", "Monolog/monolog": "^3.0"},
                 "require-dev": {"phpunit/phpunit": "^11"}}
                """);
        write(
                "composer.lock",
                """
                {"packages": [{"name": "monolog/monolog", "version": "3.6.0",
                   "require": {"php": ">=8.1", "psr/log": "^2 || ^3"}},
                  {"name": "psr/log", "version": "3.0.0"}],
                 "packages-dev": [{"name": "phpunit/phpunit", "version": "11.1.3"}]}
                """);
        write("bad/composer.json", "[]");
        write("bad/composer.lock", "{,");
        List<String> warnings = read();
        assertEquals(2, warnings.size(), () -> String.join("\n", warnings));
        assertEquals(
                "bad/composer.json line 1: is no manifest of Composer: an object is expected",
                warnings.get(0));
        assertTrue(warnings.get(1).startsWith("bad/composer.lock line 1: it is no JSON"));
        assertEquals(
                List.of(
                                "composer.lock locks Monolog/monolog [versions 3.6.0]",
                                "composer.lock locks phpunit/phpunit [versions 11.1.3]",
                                "composer.lock locks psr/log [versions 3.0.0]",
                                "Monolog/monolog depends on psr/log [requires ^2 || ^3]",
                                "shop/server depends on Monolog/monolog [requires ^3.0] [locked 3.6.0]",
                                "shop/server depends on phpunit/phpunit [requires ^11] [scope dev]"
                                        + " [locked 11.1.3]",
                                "shop/server provides shop/server")
                        .stream()
                        .sorted()
                        .toList(),
                edges("requires", "scope", "locked", "versions"));
    }

    @Test
    void namespacesComeFromThePackageThatIsCalledLikeThem() throws IOException {
        write(
                "Web.csproj",
                """
                <Project><ItemGroup>
                  <PackageReference Include="xunit" Version="2" />
                  <PackageReference Include="Acme.Data.Core" Version="1" />
                  <PackageReference Include="Acme.Mail.One" Version="1" />
                  <PackageReference Include="Acme.Mail.Two" Version="1" />
                </ItemGroup></Project>
                """);
        write(
                "Use.cs",
                """
                using System.Text;
                using Acme.Data;
                using Acme.Mail;
                using Web.Own;
                global using Xunit.Abstractions;
                namespace Web.Own;
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of("Acme.Data.Core provides Acme.Data", "xunit provides Xunit.Abstractions"),
                edges().stream().filter(edge -> edge.contains(" provides ")).toList());
    }

    @Test
    void namespacesOfPhpComeFromThePackageWhoseTypesBeginSo() throws IOException {
        write(
                "locked/composer.lock",
                """
                {"packages": [
                  {"name": "laravel/framework", "version": "v12", "autoload": {"psr-4": {"Illuminate\\\\": "src/Illuminate/", "": "x"}}},
                  {"name": "illuminate/macros", "version": "v12", "autoload": {"psr-4": {"Illuminate\\\\Support\\\\": ["a", "b"]}}},
                  {"name": "a/one", "version": "1", "autoload": {"psr-4": {"Both\\\\": "src"}}},
                  {"name": "a/two", "version": "1", "autoload": {"psr-0": {"Both": "src"}}}]}
                """);
        write(
                "composer.json",
                """
                {"require": {"php": "^8", "monolog/monolog": "^3", "psr/http-message": "^2", "symfony/http-kernel": "^7",
                  "guzzlehttp/guzzle": "^7", "league/one": "^1", "league/two": "^1"}}
                """);
        write(
                "src/Use.php",
                """
                <?php
                namespace Own\\Inner;
                use Illuminate\\Support\\Facades\\Route;
                use Illuminate\\Http\\{Request, Response};
                use function Monolog\\Handler\\handle;
                use Psr\\Http\\Message\\UriInterface as Uri;
                use Symfony\\Component\\HttpKernel\\Kernel;
                use \\GuzzleHttp\\Client;
                use League\\Three\\Thing;
                use Both\\Ways;
                use Random\\Randomizer;
                use Own\\Inner\\Deep;
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "guzzlehttp/guzzle provides GuzzleHttp [resolved by name]",
                        "illuminate/macros provides Illuminate\\Support\\Facades [resolved exact]",
                        "laravel/framework provides Illuminate\\Http [resolved exact]",
                        "monolog/monolog provides Monolog\\Handler [resolved by name]",
                        "psr/http-message provides Psr\\Http\\Message [resolved by name]",
                        "symfony/http-kernel provides Symfony\\Component\\HttpKernel [resolved by"
                                + " name]"),
                edges("resolved").stream().filter(edge -> edge.contains(" provides ")).toList());
    }

    @Test
    void namespacesOfPhpComeFromNowhereWithoutPackages() throws IOException {
        write("pom.xml", "<project><artifactId>a</artifactId></project>");
        write("src/Use.php", "<?php\nuse A\\B;\n");
        read();
        assertEquals(0, edges().stream().filter(edge -> edge.contains("A")).count());
    }

    @Test
    void specificationsOfGemsSayWhatTheyNeed() throws IOException {
        write(
                "shop/shop.gemspec",
                """
                Gem::Specification.new do |s|
                  s.name = "shop"
                  s.version = '1.2.0'
                  s.add_dependency "rack", "~> 3.0", ">= 3.0.1"
                  s.add_runtime_dependency("tilt", ["~> 2.0"])
                  s.add_development_dependency 'rake'
                  s.add_dependency name
                """
                        + "x".repeat(2_001)
                        + "\nend\n");
        write("made.gemspec", "Gem::Specification.new 'made', version do |s|\nend\n");
        write("plain.gemspec", "Gem::Specification.new\n");
        write("Gemfile", "gem 'shop', path: 'shop'\n");
        assertEquals(
                List.of(
                        "shop/shop.gemspec line 8: has more than 2000 characters, and is passed over"),
                read());
        assertEquals(
                List.of(
                        "Gemfile depends on shop",
                        "shop depends on rack [requires ~> 3.0, >= 3.0.1]",
                        "shop depends on rake [scope development]",
                        "shop depends on tilt [requires ~> 2.0]",
                        "shop provides shop"),
                edges("requires", "scope"));
        for (String name : List.of("shop", "made", "plain")) {
            assertEquals(name, name(named(name, "Module").node()));
        }
    }
}
