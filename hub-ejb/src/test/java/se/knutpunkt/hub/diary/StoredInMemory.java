package se.knutpunkt.hub.diary;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.FileOwner;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.file.StoredFile;

/** A file store that only reads. */
record StoredInMemory(Map<FileId, byte[]> contents) implements Files {

    @Override
    public void write(FileId id, OutputStream out) throws IOException {
        out.write(contents.get(id));
    }

    @Override
    public InputStream content(FileId id) {
        return new java.io.ByteArrayInputStream(contents.get(id));
    }

    @Override
    public StoredFile stage(InputStream content, NewFile file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredFile adopt(FileId id, FileOwner owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<StoredFile> find(FileId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(FileId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keepStaged(FileId id) {
        throw new UnsupportedOperationException();
    }
}
