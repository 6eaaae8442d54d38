package alchemist.domain.sources;

import alchemist.kernel.schema.Contract;
import java.util.List;

/** The commands and events of sources. */
public final class SourcesContract {
    /** All of them. */
    public static final Contract CONTRACT =
            new Contract(
                    List.of(
                            SourcesCommand.StartImport.SCHEMA,
                            SourcesCommand.StateBatch.SCHEMA,
                            SourcesCommand.FinishImport.SCHEMA,
                            SourcesCommand.CancelImport.SCHEMA,
                            SourcesCommand.RevertImport.SCHEMA,
                            SourcesCommand.ForgetSource.SCHEMA,
                            SourcesCommand.ContinueReversal.SCHEMA,
                            SourcesCommand.TrustSource.SCHEMA),
                    List.of(
                            SourcesEvent.ImportStarted.SCHEMA,
                            SourcesEvent.ImportApplied.SCHEMA,
                            SourcesEvent.StatementRefused.SCHEMA,
                            SourcesEvent.ReversalStarted.SCHEMA,
                            SourcesEvent.ReversalAdvanced.SCHEMA,
                            SourcesEvent.ImportReverted.SCHEMA,
                            SourcesEvent.SourceForgotten.SCHEMA,
                            SourcesEvent.SourceTrusted.SCHEMA));

    private SourcesContract() {}
}
