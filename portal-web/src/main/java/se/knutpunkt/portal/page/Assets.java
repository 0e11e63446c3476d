package se.knutpunkt.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * Style sheets, fonts, scripts and pictures of {@code themes}. Their address holds a fingerprint of all of them, so that
 * a browser may keep them for a year and still sees a new version at once.
 */
@Named
@ApplicationScoped
public class Assets {
    static final String ROOT = "/assets/";
    private String version = "0";

    void fingerprint(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : filesBelow(context, ROOT)) {
                try (InputStream in = context.getResourceAsStream(path)) {
                    if (in != null) {
                        digest.update(in.readAllBytes());
                    }
                }
            }
            version = HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of an asset, for instance {@code css/look.css}. */
    public String path(String asset) {
        return ROOT + version + "/" + asset;
    }

    private static Set<String> filesBelow(ServletContext context, String folder) {
        Set<String> files = new TreeSet<>();
        Set<String> names = context.getResourcePaths(folder);
        if (names != null) {
            for (String name : names) {
                if (name.endsWith("/")) {
                    files.addAll(filesBelow(context, name));
                } else {
                    files.add(name);
                }
            }
        }
        return files;
    }
}
