package alchemist.testkit.log;

import alchemist.log.Log;
import alchemist.log.Origin;

final class MemoryLogTest extends LogContract {
    @Override
    protected Log create(Origin origin) {
        return new MemoryLog(origin, 1_000_000);
    }

    @Override
    protected Log reopen(Log open) throws Exception {
        open.close();
        return open;
    }
}
