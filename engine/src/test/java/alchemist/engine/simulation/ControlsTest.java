package alchemist.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.ledger.BalancesView;
import alchemist.engine.ledger.Ledger;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.workspace.Rules;
import alchemist.kernel.Envelope;
import alchemist.kernel.Restorable;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.testkit.disk.SimulatedDisk;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Something is broken on purpose; a simulation that does not see it would be worth nothing. */
@ExtendWith(Quiet.class)
final class ControlsTest {
    private static final int SEEDS = 40;

    private static void assertFound(Sabotage sabotage, String expected) {
        int found = 0;
        StringBuilder others = new StringBuilder();
        for (long seed = 0; seed < SEEDS && found < 3; seed++) {
            try {
                new World(seed, sabotage).run();
            } catch (Exception | AssertionError e) {
                String message = e.toString();
                found += message.contains(expected) ? 1 : 0;
                others.append("\n  ").append(message, 0, Math.min(200, message.length()));
            }
        }
        assertTrue(found >= 3, found + " worlds of " + SEEDS + " show it; others:" + others);
    }

    @Test
    void seesThatForcesDoNothing() {
        assertFound(
                new Sabotage() {
                    @Override
                    public void prepare(SimulatedDisk disk) {
                        disk.lieAboutForces();
                    }
                },
                "");
    }

    @Test
    void seesThatItIsAnsweredBeforeTheForce() {
        assertFound(
                new Sabotage() {
                    @Override
                    public Disk disk(Disk disk) {
                        return lateForces(disk);
                    }
                },
                "what is not there");
    }

    /** Each force of a segment happens only when the file is used again. */
    private static Disk lateForces(Disk disk) {
        return proxy(
                Disk.class,
                (method, arguments) -> {
                    Object answer = call(disk, method, arguments);
                    return answer instanceof DiskFile file
                                    && arguments[0].toString().endsWith(".alog")
                            ? late(file)
                            : answer;
                });
    }

    private static DiskFile late(DiskFile file) {
        boolean[] owed = {false};
        return proxy(
                DiskFile.class,
                (method, arguments) -> {
                    if (method.getName().equals("force")) {
                        owed[0] = true;
                        return null;
                    }
                    if (owed[0]) {
                        owed[0] = false;
                        file.force(true);
                    }
                    return call(file, method, arguments);
                });
    }

    private interface Handler {
        @Nullable Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                method.isDefault()
                                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                                        : handler.handle(method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Test
    void seesWhatFlippedBitsDoWhenNobodyChecksThem() {
        assertFound(
                new Sabotage() {
                    @Override
                    public void betweenLives(SimulatedDisk disk) throws Exception {
                        ForgedLog.forge(disk);
                    }
                },
                "");
    }

    @Test
    void seesThatDuplicatesAreNotKnown() {
        long[] numbers = {0};
        assertFound(
                new Sabotage() {
                    @Override
                    public Submission sent(Submission submission) {
                        return new Submission(
                                submission.envelope().withSequence(++numbers[0]),
                                submission.command());
                    }
                },
                "twice");
    }

    @Test
    void seesThatAViewSkipsAnEventInsteadOfParkingIt() {
        assertFound(
                new Sabotage() {
                    @Override
                    public BalancesView view() {
                        return new BalancesView() {
                            @Override
                            public void apply(Envelope envelope) {
                                if (envelope.position() % 29 != 0) {
                                    super.apply(envelope);
                                }
                            }
                        };
                    }
                },
                "a wrong view");
    }

    @Test
    void seesThatASnapshotForgetsSomething() {
        assertFound(
                new Sabotage() {
                    @Override
                    public Rules<Ledger> rules() {
                        return new Rules<>(
                                new LedgerDecider(),
                                new Forgetful(),
                                LedgerDecider.rules().version(),
                                LedgerDecider.CONTRACT);
                    }
                },
                "");
    }

    private static final class Forgetful implements Restorable<Ledger> {
        private final LedgerDecider whole = new LedgerDecider();

        @Override
        public int snapshotVersion() {
            return whole.snapshotVersion();
        }

        @Override
        public void save(Ledger ledger, Output out) {
            whole.save(whole.initial(), out);
        }

        @Override
        public Ledger load(Input in) {
            return whole.load(in);
        }
    }
}
