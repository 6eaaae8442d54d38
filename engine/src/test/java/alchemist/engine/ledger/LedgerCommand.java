package alchemist.engine.ledger;

import alchemist.kernel.Command;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Value;

/** What one can ask of the ledger. */
public sealed interface LedgerCommand extends Command {
    /** Opens an account for an owner. */
    record OpenAccount(Id account, Value owner) implements LedgerCommand {
        static final Schema<OpenAccount> SCHEMA =
                Schema.<OpenAccount>record("ledger.open-account", 1, "Opens an account")
                        .id(1, "account", "which", OpenAccount::account)
                        .value(2, "owner", "whose", OpenAccount::owner)
                        .make(s -> new OpenAccount(s.id(1), s.value(2)));

        @Override
        public Schema<OpenAccount> schema() {
            return SCHEMA;
        }
    }

    /** Closes an account. */
    record CloseAccount(Id account) implements LedgerCommand {
        static final Schema<CloseAccount> SCHEMA =
                Schema.<CloseAccount>record("ledger.close-account", 1, "Closes an account")
                        .id(1, "account", "which", CloseAccount::account)
                        .make(s -> new CloseAccount(s.id(1)));

        @Override
        public Schema<CloseAccount> schema() {
            return SCHEMA;
        }
    }

    /** Pays in. */
    record Deposit(Id account, long amount) implements LedgerCommand {
        static final Schema<Deposit> SCHEMA =
                Schema.<Deposit>record("ledger.deposit", 1, "Pays in")
                        .id(1, "account", "which", Deposit::account)
                        .integer(2, "amount", "how much", Deposit::amount)
                        .make(s -> new Deposit(s.id(1), s.integer(2)));

        @Override
        public Schema<Deposit> schema() {
            return SCHEMA;
        }
    }

    /** Moves an amount: two events, or none. */
    record Transfer(Id from, Id to, long amount) implements LedgerCommand {
        static final Schema<Transfer> SCHEMA =
                Schema.<Transfer>record("ledger.transfer", 1, "Moves an amount")
                        .id(1, "from", "which loses it", Transfer::from)
                        .id(2, "to", "which gets it", Transfer::to)
                        .integer(3, "amount", "how much", Transfer::amount)
                        .make(s -> new Transfer(s.id(1), s.id(2), s.integer(3)));

        @Override
        public Schema<Transfer> schema() {
            return SCHEMA;
        }
    }

    /** Pays the same amount in, many times: as many events. */
    record DepositOften(Id account, long amount, long times) implements LedgerCommand {
        static final Schema<DepositOften> SCHEMA =
                Schema.<DepositOften>record("ledger.deposit-often", 1, "Pays in again and again")
                        .id(1, "account", "which", DepositOften::account)
                        .integer(2, "amount", "how much each time", DepositOften::amount)
                        .count(3, "times", "how often", DepositOften::times)
                        .make(s -> new DepositOften(s.id(1), s.integer(2), s.count(3)));

        @Override
        public Schema<DepositOften> schema() {
            return SCHEMA;
        }
    }
}
