package alchemist.engine.ledger;

import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Value;

/** What can happen in the ledger. */
public sealed interface LedgerEvent extends Event {
    /** The account. */
    Id account();

    @Override
    default Id entity() {
        return account();
    }

    /** An account was opened. */
    record AccountOpened(Id account, Value owner) implements LedgerEvent {
        static final Schema<AccountOpened> SCHEMA =
                Schema.<AccountOpened>record("ledger.account-opened", 1, "An account was opened")
                        .id(1, "account", "which", AccountOpened::account)
                        .value(2, "owner", "whose", AccountOpened::owner)
                        .make(s -> new AccountOpened(s.id(1), s.value(2)));

        @Override
        public Schema<AccountOpened> schema() {
            return SCHEMA;
        }
    }

    /** An account was closed again: its opening was taken back. */
    record AccountClosed(Id account) implements LedgerEvent {
        static final Schema<AccountClosed> SCHEMA =
                Schema.<AccountClosed>record("ledger.account-closed", 1, "An account was closed")
                        .id(1, "account", "which", AccountClosed::account)
                        .make(s -> new AccountClosed(s.id(1)));

        @Override
        public Schema<AccountClosed> schema() {
            return SCHEMA;
        }
    }

    /** The balance rose, or fell when negative. */
    record Booked(Id account, long amount) implements LedgerEvent {
        static final Schema<Booked> SCHEMA =
                Schema.<Booked>record("ledger.booked", 1, "The balance rose or fell")
                        .id(1, "account", "which", Booked::account)
                        .integer(2, "amount", "by how much", Booked::amount)
                        .make(s -> new Booked(s.id(1), s.integer(2)));

        @Override
        public Schema<Booked> schema() {
            return SCHEMA;
        }
    }
}
