package alchemist.engine.ledger;

import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import java.util.Arrays;

/** Balances by account; changed in place, as large states are. */
public final class Ledger {
    final IdMap accounts = new IdMap();
    long[] balances = new long[16];
    boolean[] open = new boolean[16];

    int add(Id account) {
        int index = accounts.add(account);
        if (index == balances.length) {
            balances = Arrays.copyOf(balances, index * 2);
            open = Arrays.copyOf(open, index * 2);
        }
        return index;
    }

    void open(Id account, boolean isOpen) {
        int index = add(account);
        open[index] = isOpen;
    }

    void book(Id account, long amount) {
        int index = add(account);
        balances[index] += amount;
    }

    boolean isOpen(Id account) {
        int index = accounts.find(account);
        return index >= 0 && open[index];
    }

    long balance(Id account) {
        int index = accounts.find(account);
        return index < 0 ? 0 : balances[index];
    }
}
