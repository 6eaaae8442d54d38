package alchemist.gateway.rest;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.workspace.Rules;
import alchemist.gateway.Damage;
import alchemist.gateway.Host;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Problem;
import alchemist.gateway.http.Routes;
import alchemist.gateway.live.Live;
import alchemist.gateway.live.LiveLimits;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Contract;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The HTTP API: all its operations over the workspaces of a host. */
public final class Api {
    /** Every command and event that the API knows. */
    public static final Contract CONTRACT = WorkspaceDecider.CONTRACT.and(Rules.UNDOING);

    private final Routes routes;

    /**
     * An API.
     *
     * @param person the actor of commands that name none: who sits at this machine
     * @param random gives ids, such as a {@link java.security.SecureRandom}
     * @param clock tells how long the server has been running
     */
    public Api(Host host, Id person, RandomGenerator random, InstantSource clock) {
        this(host, person, random, clock, LiveLimits.DEFAULTS);
    }

    /** An API whose live sockets have other limits. */
    public Api(Host host, Id person, RandomGenerator random, InstantSource clock, LiveLimits live) {
        this(host, person, random, clock, live, Damage.Finder.NONE);
    }

    /** An API that tells damage to files from other failures. */
    public Api(
            Host host,
            Id person,
            RandomGenerator random,
            InstantSource clock,
            LiveLimits live,
            Damage.Finder damage) {
        Supplier<Id> newIds = () -> newId(random);
        Reads reads = new Reads(host);
        Edition edition = new Edition(newIds.get());
        CommandReader reader = new CommandReader(CONTRACT, newIds);
        List<Operation> all = new ArrayList<>();
        all.addAll(new Workspaces(host, reads, edition, clock, person).operations());
        all.addAll(new Commands(reads, reader, newIds.get(), person).operations());
        all.addAll(new Events(reads).operations());
        all.addAll(new EventStories(reads).operations());
        all.addAll(new Live(Reads.WS, reads::workspace, newIds, host.version(), live).operations());
        all.addAll(new Nodes(reads).operations());
        all.addAll(new Pasts(reads).operations());
        all.addAll(new Histories(reads).operations());
        all.addAll(new Wholes(reads).operations());
        all.addAll(new Comparisons(reads).operations());
        all.addAll(new Checks(reads).operations());
        all.addAll(new Samenesses(reads).operations());
        all.addAll(new Tables(reads).operations());
        all.addAll(new Excerpts(reads).operations());
        all.addAll(new Maps(reads, edition).operations());
        all.addAll(new Exports(reads).operations());
        all.addAll(new ImportsResource(reads, host.places(), person).operations());
        all.addAll(new UploadsResource(host, reads, newIds).operations());
        Description description = new Description(all, host.version());
        all.addAll(description.operations());
        this.routes = new Routes(all, failure -> damage.apply(failure).map(Api::problem));
    }

    /** All operations. */
    public Routes routes() {
        return routes;
    }

    private static Problem problem(Damage damage) {
        return Problem.of(
                        Problem.Kind.DAMAGED,
                        damage.message()
                                + "; what stands before it can be read. 'alchemist doctor' looks for"
                                + " more; put back a backup of the workspace with 'alchemist restore'")
                .with("file", damage.file())
                .with("offset", damage.offset());
    }

    private static Id newId(RandomGenerator random) {
        return new Id(random.nextLong(), random.nextLong());
    }
}
