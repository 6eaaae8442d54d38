package alchemist.exchange.architecture;

import alchemist.exchange.Place;
import alchemist.exchange.Reading;
import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.contracts.Contracts;
import alchemist.exchange.dbt.DbtProjects;
import alchemist.exchange.ddl.SqlSchemas;
import alchemist.exchange.deployment.ComposeFiles;
import alchemist.exchange.deployment.Dockerfiles;
import alchemist.exchange.deployment.KubernetesManifests;
import alchemist.exchange.files.Vendored;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.folder.OpenedFile.Content;
import alchemist.exchange.folder.OpenedFiles;
import alchemist.exchange.manifests.Manifests;
import alchemist.exchange.pipelines.Pipelines;
import alchemist.exchange.schemas.GraphQlSchemas;
import alchemist.exchange.schemas.ProtobufSchemas;
import alchemist.exchange.structurizr.StructurizrModels;
import alchemist.exchange.terraform.TerraformModules;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * One reading of the definitions at a place: each file is read for itself, then what they refer to
 * is looked for among them all, and stated.
 */
final class ArchitectureReading {
    private final OpenedFiles files;
    private final Reading reading;
    private final List<FileKind> kinds = kinds();

    ArchitectureReading(OpenedFiles files, Reading reading) {
        this.files = files;
        this.reading = reading;
    }

    private static List<FileKind> kinds() {
        return List.of(
                new Manifests(),
                new Contracts(),
                new Dockerfiles(),
                new Pipelines(),
                new ComposeFiles(),
                new KubernetesManifests(),
                new DbtProjects(),
                new SqlSchemas(),
                new StructurizrModels(),
                new TerraformModules(),
                new ProtobufSchemas(),
                new GraphQlSchemas());
    }

    /** Whether a file that is opened alone is of any kind, by its name and what is in it. */
    static boolean reads(Place place) {
        List<FileKind> able = able(kinds(), place.label());
        if (able.isEmpty() || place.label().equals(".env")) {
            return false; // values say nothing without what they fill in
        }
        if (able.stream().anyMatch(kind -> kind.isSure(place.label()))) {
            return true;
        }
        try {
            if (Files.size(place.path()) > ArchitectureReader.MAX_BYTES) {
                return false;
            }
            byte[] bytes = Files.readAllBytes(place.path());
            return able.stream().anyMatch(kind -> kind.looksLike(place.label(), bytes));
        } catch (IOException e) {
            return false; // who reads it as something else tells
        }
    }

    void run() {
        String what = "definitions of " + files.label();
        long done = 0;
        for (OpenedFile file : files.all()) {
            List<FileKind> able = Vendored.is(file.path()) ? List.of() : able(kinds, file.path());
            if (!able.isEmpty()) {
                read(file, able);
                reading.progress(++done, 0, what);
            }
        }
        Blueprint blueprint = new Blueprint(files);
        for (FileKind kind : kinds) {
            reading.check();
            kind.state(blueprint);
        }
        blueprint.state(reading, what);
    }

    private static List<FileKind> able(List<FileKind> kinds, String path) {
        List<FileKind> able = new ArrayList<>(2);
        for (FileKind kind : kinds) {
            if (kind.mayBe(path)) {
                able.add(kind);
            }
        }
        return able;
    }

    private void read(OpenedFile file, List<FileKind> able) {
        if (file.size() > ArchitectureReader.MAX_BYTES) {
            if (able.stream().anyMatch(kind -> kind.isSure(file.path()))) {
                reading.warn(
                        file.path(),
                        "has more than "
                                + ArchitectureReader.MAX_BYTES
                                + " bytes, and what it defines is not read");
            }
            return;
        }
        try {
            Content content = file.read();
            for (FileKind kind : able) {
                if (kind.looksLike(file.path(), content.bytes())) {
                    read(kind, file, content);
                    return;
                }
            }
        } catch (IOException e) {
            reading.miss(file.path(), "cannot be read: " + e);
        }
    }

    private void read(FileKind kind, OpenedFile file, Content content) {
        SourceFile source = new SourceFile(file, content.bytes(), content.effectiveAt(), reading);
        try {
            kind.read(source);
        } catch (Malformed e) {
            source.warn(e.line(), e.what());
        } catch (StackOverflowError e) {
            // Every parser counts how deep it is; but a file must never cost the import.
            source.warn(0, "nests too deep, and is not read");
        }
    }
}
