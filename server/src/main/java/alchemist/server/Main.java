package alchemist.server;

import alchemist.server.cli.CommandLineInterface;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs a command of the command line, and exits with its status. */
    public static void main(String[] args) {
        System.exit(CommandLineInterface.run(args));
    }
}
