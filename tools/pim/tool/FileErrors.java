package pim.tool;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import pim.diagnose.CompileFailure;
import pim.tensor.MalformedFileException;

/// What is wrong with a file, as every tool says it: `path: error: what`, with exit status 1.
public final class FileErrors {
    /// What a tool does once its options are read; gives the exit status.
    @FunctionalInterface public interface Work {
        int run() throws IOException;
    }

    private FileErrors() {}

    /// The exit status of `work`. An exception for a file's sake is said on `err` and gives 1, and so does an error that has been reported.
    public static int guard(String tool, Streams io, Work work) {
        try {
            return work.run();
        } catch (CompileFailure reported) {
            return 1;
        } catch (MalformedFileException e) {
            io.err().println(io.shown(e.path().toString()) + ": error: " + e.getMessage());
        } catch (FileSystemException e) {
            io.err().println(io.shown(e.getFile()) + ": error: " + reason(e));
        } catch (FileNotFoundException e) {
            // Its message is the path, and in brackets what the system says.
            io.err().println(io.shown(e.getMessage()) + ": error: there is no such file");
        } catch (InvalidPathException e) {
            io.err().println(e.getInput() + ": error: no file can have this name: " + e.getReason());
        } catch (IOException e) {
            io.err().println(tool + ": error: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            io.err().println(tool + ": error: the input needs more memory than there is (" + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB)");
        }
        return 1;
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file of this name is in the way";
            default -> e.getReason() == null ? "cannot be read or written" : e.getReason().equals("Is a directory") ? "this is a folder, not a file"
                : e.getReason();
        };
    }
}
