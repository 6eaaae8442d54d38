package alchemist.exchange.imports;

import static alchemist.exchange.imports.ImportsTesting.ACTOR;
import static alchemist.exchange.imports.ImportsTesting.all;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.domain.sources.SourcesCommand.CancelImport;
import alchemist.domain.sources.SourcesCommand.FinishImport;
import alchemist.domain.sources.SourcesCommand.StartImport;
import alchemist.domain.sources.SourcesCommand.StateBatch;
import alchemist.exchange.Batch;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.Warning;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Command;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportsTest {
    private final SimulatedWorkspace workspace = new SimulatedWorkspace();
    @TempDir Path folder;

    /** What a test's reader does. */
    interface Script {
        void read(Place place, Reading reading) throws ReadingFailed;
    }

    private record Scripted(String name, Script script) implements Reader {
        @Override
        public boolean reads(Place place) {
            return place.isFolder();
        }

        @Override
        public void read(Place place, Reading reading) throws ReadingFailed {
            script.read(place, reading);
        }
    }

    /** Reads each line of a text file as the name of a node. */
    private record Lines() implements Reader {
        @Override
        public String name() {
            return "lines";
        }

        @Override
        public boolean reads(Place place) {
            return place.isFile();
        }

        @Override
        public void read(Place place, Reading reading) throws ReadingFailed {
            try {
                for (String line : Files.readAllLines(place.path())) {
                    if (line.equals("bad")) {
                        throw new ReadingFailed(place.label() + " is bad: mend it");
                    }
                    reading.state(Batch.of(Batch.WHEN_RECORDED, List.of(node(line)), List.of()));
                }
            } catch (IOException e) {
                throw ReadingFailed.of(place, e);
            }
        }
    }

    @Test
    void sendsBoundedBatchesInOrderBetweenStartAndFinish() throws ReadingFailed {
        ImportRun run = run(states(1300));
        assertEquals(ImportState.APPLIED, run.state());
        List<Command> commands = commands();
        assertTrue(commands.getFirst() instanceof StartImport);
        assertTrue(commands.getLast() instanceof FinishImport);
        assertEquals(
                List.of(500, 500, 300, 1),
                commands.stream()
                        .filter(StateBatch.class::isInstance)
                        .map(StateBatch.class::cast)
                        .map(b -> b.nodes().size() + b.edges().size())
                        .toList());
        Submission second = workspace.commands.get(1);
        assertEquals(run.id(), second.envelope().correlation());
        assertEquals(Id.of("import", run.id().toString()), second.envelope().client());
        assertEquals(ACTOR, second.envelope().actor());
        assertEquals(2, second.envelope().sequence());
        assertEquals(5, second.envelope().effectiveAt());
        assertEquals(1303, run.events());
        assertEquals("scripted", run.reader());
        assertTrue(run.finishedAt() > 0);
        assertEquals("all", run.progress().what());
        StartImport start = (StartImport) commands.getFirst();
        assertEquals(run.place().location(), start.location());
        assertEquals(run.place().label(), start.label());
    }

    @Test
    void sendsNothingWhenNothingDiffers() throws ReadingFailed {
        run(states(3));
        int count = workspace.commands.size();
        assertEquals(ImportState.UNCHANGED, run(states(3)).state());
        assertEquals(count, workspace.commands.size());
    }

    @Test
    void aFailedReaderLeavesNothingBehindAndSaysWhy() throws ReadingFailed {
        run(states(2));
        Source before = workspace.only().copy();
        ImportRun run =
                run(
                        (place, reading) -> {
                            states(900).read(place, reading);
                            throw new ReadingFailed("page 3 is torn: scan it again");
                        });
        assertEquals(ImportState.FAILED, run.state());
        assertEquals(Optional.of("page 3 is torn: scan it again"), run.error());
        assertEquals(before, workspace.only());
        assertTrue(commands().getLast() instanceof CancelImport);
    }

    @Test
    void aReaderWithAFaultLeavesNothingBehind() throws ReadingFailed {
        ImportRun run =
                run(
                        (place, reading) -> {
                            states(900).read(place, reading);
                            throw new IllegalStateException("oops");
                        });
        assertEquals(ImportState.FAILED, run.state());
        assertTrue(run.error().orElseThrow().contains("has a fault"), run.error().get());
        assertEquals(new Source(), workspace.only());
    }

    @Test
    void cancellingTakesBackWhatWasStated() throws Exception {
        workspace.reversalSteps = 1;
        CountDownLatch halfway = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Imports imports =
                imports(
                        (place, reading) -> {
                            states(900).read(place, reading);
                            halfway.countDown();
                            await(goOn);
                            reading.progress(1, 2, "half");
                        });
        ImportRun run = imports.start(Place.at(folder), all());
        halfway.await();
        assertEquals(ImportState.RUNNING, run.state());
        assertEquals(Optional.of(run), imports.find(run.id()));
        assertTrue(
                assertThrows(ReadingFailed.class, () -> imports.start(Place.at(folder), all()))
                        .what()
                        .contains("is being read"));
        assertTrue(imports.cancel(run.id()));
        goOn.countDown();
        assertEquals(ImportState.CANCELLED, run.ended().join());
        assertEquals(new Source(), workspace.only());
        assertFalse(imports.cancel(run.id()));
        assertEquals(ImportState.CANCELLED, workspace.imports().getFirst().state());
    }

    @Test
    void aPausedImportHaltsAndGoesOnWithNothingStatedTwice() throws Exception {
        Gate gate = new Gate();
        Imports imports = imports(gate);
        ImportRun run = imports.start(Place.at(folder), all());
        gate.halfway.await();
        assertTrue(imports.pause(run.id()));
        assertFalse(imports.pause(run.id()));
        gate.goOn.countDown();
        assertEquals(ImportState.PAUSED, run.state());
        assertFalse(run.isOver());
        assertTrue(
                assertThrows(ReadingFailed.class, () -> imports.start(Place.at(folder), all()))
                        .what()
                        .contains("paused"));
        assertTrue(imports.revert(run.id(), ACTOR).orElseThrow().contains("still running"));
        assertTrue(imports.resume(run.id()));
        assertFalse(imports.resume(run.id()));
        assertEquals(ImportState.APPLIED, run.ended().join());
        assertFalse(imports.pause(run.id()));
        assertEquals(900, workspace.only().nodes.size());
        assertEquals(1, commands().stream().filter(StartImport.class::isInstance).count());
    }

    @Test
    void aPausedImportCanBeCancelled() throws Exception {
        Gate gate = new Gate();
        Imports imports = imports(gate);
        ImportRun run = imports.start(Place.at(folder), all());
        gate.halfway.await();
        imports.pause(run.id());
        gate.goOn.countDown();
        assertTrue(imports.cancel(run.id()));
        assertEquals(ImportState.CANCELLED, run.ended().join());
        assertEquals(new Source(), workspace.only());
    }

    @Test
    void whatIsPausedOutlivesTheProcessAndGoesOnInTheNext() throws Exception {
        ImportRun left = leftPaused();
        assertEquals(500, workspace.only().nodes.size());

        Imports next = imports(states(900));
        assertEquals(0, next.cancelLeftovers(ACTOR));
        ImportRun run = next.find(left.id()).orElseThrow();
        assertEquals(ImportState.PAUSED, run.state());
        assertEquals(left.label(), run.label());
        assertTrue(next.resume(run.id()));
        assertEquals(ImportState.APPLIED, run.ended().join(), () -> run.error().toString());
        assertEquals(900, workspace.only().nodes.size());
        assertEquals(1, workspace.imports().size());
        assertEquals(ImportState.APPLIED, workspace.imports().getFirst().state());
        assertEquals(1, commands().stream().filter(StartImport.class::isInstance).count());
        // It is nobody's to go on with any more.
        assertEquals(0, imports(states(1)).cancelLeftovers(ACTOR));
    }

    @Test
    void whatWasPausedInAnEarlierProcessCanBeCancelled() throws Exception {
        ImportRun left = leftPaused();
        Imports next = imports(states(900));
        next.cancelLeftovers(ACTOR);
        assertTrue(next.cancel(left.id()));
        ImportRun run = next.find(left.id()).orElseThrow();
        assertEquals(ImportState.CANCELLED, run.ended().join(), () -> run.error().toString());
        assertEquals(new Source(), workspace.only());
        assertEquals(ImportState.CANCELLED, workspace.imports().getFirst().state());
    }

    /** A run that was paused half-way when its process ended. */
    private ImportRun leftPaused() throws Exception {
        Gate gate = new Gate();
        Imports imports = imports(gate);
        ImportRun run = imports.start(Place.at(folder), all());
        gate.halfway.await();
        imports.pause(run.id());
        gate.goOn.countDown();
        imports.close();
        return run;
    }

    /** Waits half-way, before the reader is asked whether to go on. */
    private static final class Gate implements Script {
        final CountDownLatch halfway = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public void read(Place place, Reading reading) {
            List<NodeStatement> nodes = new ArrayList<>();
            for (int i = 0; i < 900; i++) {
                nodes.add(node("n" + i));
            }
            reading.state(Batch.of(5, nodes.subList(0, 500), List.of()));
            reading.settle();
            halfway.countDown();
            ImportsTest.await(goOn);
            reading.check();
            reading.state(Batch.of(5, nodes.subList(500, 900), List.of()));
        }
    }

    @Test
    void whatWasIsReadAfterAllThatIs() throws ReadingFailed {
        List<String> order = new ArrayList<>();
        Reader past =
                new Reader() {
                    @Override
                    public String name() {
                        return "past";
                    }

                    @Override
                    public boolean reads(Place place) {
                        return place.isFolder();
                    }

                    @Override
                    public boolean readsPast() {
                        return true;
                    }

                    @Override
                    public void read(Place place, Reading reading) {
                        order.add("past");
                    }
                };
        ImportsTesting.run(
                workspace, folder, past, new Scripted("present", (_, _) -> order.add("present")));
        assertEquals(List.of("present", "past"), order);
    }

    @Test
    void closingCancelsWhatRunsAndStartsNothingMore() throws Exception {
        CountDownLatch halfway = new CountDownLatch(1);
        Imports imports =
                imports(
                        (place, reading) -> {
                            states(900).read(place, reading);
                            halfway.countDown();
                            while (true) {
                                reading.check();
                                Thread.onSpinWait();
                            }
                        });
        ImportRun run = imports.start(Place.at(folder), all());
        halfway.await();
        imports.close();
        assertEquals(ImportState.CANCELLED, run.state());
        assertThrows(ReadingFailed.class, () -> imports.start(Place.at(folder), all()));
    }

    @Test
    void anImportLeftRunningByAnEndedProcessIsCancelled() throws Exception {
        Id source = run(states(2)).parts().getFirst().source();
        Id left = Id.of("import", "left");
        submit(left, new StartImport(left, source, "scripted", "/x", "x"));
        submit(left, new StateBatch(left, List.of(node("half")), List.of(), List.of()));
        assertEquals(3, workspace.only().nodes.size());
        workspace.reversalSteps = 1;
        Imports imports = imports(states(1));
        assertEquals(1, imports.cancelLeftovers(ACTOR));
        assertEquals(2, workspace.only().nodes.size());
        assertEquals(0, imports.cancelLeftovers(ACTOR));
        assertEquals(2, imports.recorded().size());
    }

    @Test
    void revertingTakesBackAnAppliedImport() throws ReadingFailed {
        run(states(2));
        Imports imports = imports(states(5));
        ImportRun run = imports.start(Place.at(folder), all());
        run.ended().join();
        assertEquals(5, workspace.only().nodes.size());
        assertEquals(Optional.empty(), imports.revert(run.id(), ACTOR));
        assertEquals(ImportState.REVERTED, run.state());
        assertEquals(2, workspace.only().nodes.size());

        Id first = workspace.imports().getFirst().id();
        assertEquals(Optional.empty(), imports.revert(first, ACTOR));
        assertEquals(0, workspace.only().nodes.size());
        assertTrue(imports.revert(first, ACTOR).orElseThrow().contains("nothing to take back"));
        assertTrue(imports.revert(Id.of("no", "no"), ACTOR).orElseThrow().contains("no import"));
    }

    @Test
    void aBusyWorkspaceIsAskedAgainAndNothingIsLostOrOutOfOrder() throws ReadingFailed {
        AtomicInteger calls = new AtomicInteger();
        workspace.busy =
                submission ->
                        submission.command() instanceof StateBatch
                                && calls.incrementAndGet() % 3 == 1
                                && calls.get() < 12;
        ImportRun run = run(states(2600));
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(2600, workspace.only().nodes.size());
        assertEquals(1, workspace.only().edges.size());
    }

    @Test
    void aWorkspaceThatFailsFailsTheImport() throws ReadingFailed {
        ImportRun run =
                run(
                        (place, reading) -> {
                            states(600).read(place, reading);
                            workspace.broken = "the disk is full: make room";
                        });
        assertEquals(ImportState.FAILED, run.state());
        assertTrue(run.error().orElseThrow().contains("the disk is full"), run.error().get());
        assertTrue(run.error().get().contains("could not be taken back yet"));
    }

    @Test
    void whatTheRulesRefuseIsAWarning() throws ReadingFailed {
        ImportRun run =
                run(
                        (_, reading) ->
                                reading.state(
                                        Batch.of(
                                                1,
                                                List.of(node("a")),
                                                List.of(edge("a", "nowhere")))));
        assertEquals(ImportState.APPLIED, run.state());
        assertTrue(run.warnings().toString().contains("end-missing"));
    }

    @Test
    void manyWarningsAreCounted() throws ReadingFailed {
        ImportRun run =
                run(
                        (_, reading) -> {
                            for (int i = 0; i < ImportRun.MAX_WARNINGS + 7; i++) {
                                reading.warn("line " + i, "odd");
                            }
                        });
        List<Warning> warnings = run.warnings();
        assertEquals(ImportRun.MAX_WARNINGS + 1, warnings.size());
        assertEquals("and 7 warnings more", warnings.getLast().what());
    }

    @Test
    void whatAReaderFindsInsideIsASourceOfItsOwnAndIsWithdrawnWhenItIsGone() throws IOException {
        Path inside = Files.writeString(folder.resolve("names.txt"), "Ada\nBob\n");
        Path torn = Files.writeString(folder.resolve("torn.txt"), "Eve\nbad\n");
        Script finds =
                (place, reading) -> {
                    states(1).read(place, reading);
                    if (Files.exists(inside)) {
                        reading.found(Place.at(inside));
                        reading.found(Place.at(inside));
                    }
                    reading.found(Place.at(torn));
                };
        ImportRun run = start(finds);
        assertEquals(ImportState.APPLIED, run.state());
        assertEquals(
                List.of(ImportState.APPLIED, ImportState.APPLIED, ImportState.FAILED),
                run.parts().stream().map(ImportPart::state).toList());
        assertTrue(run.warnings().toString().contains("torn.txt is bad: mend it"));
        Source lines = workspace.source(run.parts().get(1).source());
        assertEquals(2, lines.nodes.size());
        assertEquals(3, run.diff().added().nodes());

        Files.delete(inside);
        ImportRun second = start(finds);
        assertEquals(0, lines.nodes.size());
        assertEquals(2, second.diff().withdrawn().nodes());
        int count = workspace.commands.size();
        assertEquals(ImportState.UNCHANGED, start(finds).state());
        assertEquals(0, workspace.commands.size() - count);
    }

    @Test
    void whenThePlaceItselfCannotBeReadWhatWasReadOfItIsTakenBack() throws ReadingFailed {
        Imports imports =
                new Imports(
                        workspace.workplace(),
                        () ->
                                List.of(
                                        new Scripted("first", states(2)),
                                        new Scripted(
                                                "second",
                                                (_, _) -> {
                                                    throw new ReadingFailed("no");
                                                })));
        ImportRun run = imports.start(Place.at(folder), all());
        assertEquals(ImportState.FAILED, run.ended().join());
        assertEquals(new Source(), workspace.only());
        assertEquals(ImportState.REVERTED, run.parts().getFirst().state());

        ImportRun only =
                imports.start(Place.at(folder), new Imports.Wish(Set.of("first"), "Mine", ACTOR));
        assertEquals(ImportState.APPLIED, only.ended().join());
        assertEquals("Mine", only.label());
        assertEquals(2, imports.list().size());
    }

    @Test
    void aPlaceThatNoReaderKnowsIsRefused() throws IOException {
        ImportRun run =
                imports(states(1))
                        .dryRun(Place.at(Files.writeString(folder.resolve("x"), "")), all());
        assertEquals(ImportState.FAILED, run.state());
        assertTrue(run.error().orElseThrow().contains("no reader knows"));
        assertTrue(run.error().orElseThrow().contains("the ending of its name"));
        assertThrows(ReadingFailed.class, () -> Place.at(folder.resolve("absent")));
    }

    @Test
    void aDryRunChangesNothingAndTellsWhatTheImportDoes() throws ReadingFailed {
        run(states(2));
        int count = workspace.commands.size();
        Imports imports = imports(states(700));
        ImportRun dry = imports.dryRun(Place.at(folder), all());
        assertEquals(count, workspace.commands.size());
        assertEquals(List.of(), imports.list());
        ImportRun run = imports.start(Place.at(folder), all());
        run.ended().join();
        assertEquals(dry.diff(), run.diff());
        assertEquals(698, dry.diff().added().nodes());
        assertEquals(ImportState.UNCHANGED, imports.dryRun(Place.at(folder), all()).state());
    }

    private void submit(Id importId, Command command) {
        workspace.submit(new Submission(Pipeline.envelope(importId, ACTOR), command)).join();
    }

    private Imports imports(Script script) {
        return ImportsTesting.imports(workspace, new Scripted("scripted", script));
    }

    private ImportRun run(Script script) throws ReadingFailed {
        ImportRun run = imports(script).start(Place.at(folder), all());
        run.ended().join();
        return run;
    }

    private ImportRun start(Script script) throws ReadingFailed {
        ImportRun run =
                ImportsTesting.imports(workspace, new Scripted("scripted", script), new Lines())
                        .start(Place.at(folder), all());
        run.ended().join();
        return run;
    }

    /** Nodes n0, n1, … and an edge between the first two. */
    private static Script states(int count) {
        return (_, reading) -> {
            List<NodeStatement> nodes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                nodes.add(node("n" + i));
            }
            reading.state(Batch.of(5, nodes, List.of()));
            if (count > 2) {
                reading.state(Batch.of(6, List.of(), List.of(edge("n0", "n1"))));
            }
            reading.progress(count, count, "all");
        };
    }

    private List<Command> commands() {
        return workspace.commands.stream().map(Submission::command).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static NodeStatement node(String name) {
        return new NodeStatement(
                Id.of("n", name), Value.text(name), List.of(), Properties.NONE, Id.NONE, false);
    }

    private static EdgeStatement edge(String from, String to) {
        return new EdgeStatement(
                Id.of("e", from + to), Id.of("n", from), Id.of("n", to), "to", Properties.NONE);
    }
}
