package alchemist.engine.ledger;

import alchemist.engine.ledger.LedgerEvent.AccountClosed;
import alchemist.engine.ledger.LedgerEvent.AccountOpened;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.View;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Balances by account, as of the last command. */
public class BalancesView implements View {
    private final int version;
    private final TreeMap<Id, Long> balances = new TreeMap<>();
    private final AtomicLong applied = new AtomicLong();
    private volatile Map<Id, Long> visible = Map.of();
    private volatile long position;

    /** An empty view of a version. */
    public BalancesView(int version) {
        this.version = version;
    }

    /** An empty view of version 1. */
    public BalancesView() {
        this(1);
    }

    /** The balances that are visible. */
    public Map<Id, Long> balances() {
        return visible;
    }

    /** The position that is visible. */
    public long position() {
        return position;
    }

    /** How many events this copy was given. */
    public long applied() {
        return applied.get();
    }

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public void apply(Envelope envelope) {
        applied.incrementAndGet();
        switch ((LedgerEvent) envelope.event()) {
            case AccountOpened(Id account, var _) -> balances.putIfAbsent(account, 0L);
            case AccountClosed(Id account) -> balances.remove(account);
            case Booked(Id account, long amount) -> balances.merge(account, amount, Long::sum);
        }
    }

    @Override
    public void publish(long at) {
        visible = new TreeMap<>(balances);
        position = at;
    }

    @Override
    public void save(Output out) {
        out.varint(balances.size());
        balances.forEach(
                (account, balance) -> {
                    out.id(account);
                    out.zigzag(balance);
                });
    }

    @Override
    public void load(Input in) {
        for (int left = in.length(); left > 0; left--) {
            balances.put(in.id(), in.zigzag());
        }
    }
}
