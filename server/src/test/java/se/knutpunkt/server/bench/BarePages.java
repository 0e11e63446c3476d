package se.knutpunkt.server.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The floor: an application of nothing but stateless Faces pages, each with a number of inputs and their labels, no
 * beans, no database.
 */
final class BarePages {
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param><param-name>jakarta.faces.PROJECT_STAGE</param-name><param-value>Production</param-value></context-param>
              <servlet><servlet-name>faces</servlet-name><servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class><load-on-startup>1</load-on-startup></servlet>
              <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
            </web-app>
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html" xmlns:f="jakarta.faces.core" lang="sv">
            <f:view transient="true">
            <h:head><title>Bare</title></h:head>
            <h:body><h:form>
            %s
            <h:commandButton value="Send"/>
            </h:form></h:body>
            </f:view>
            </html>
            """;

    private static final String INPUT =
            "<h:outputLabel for=\"i%1$d\" value=\"Label %1$d\"/><h:inputText id=\"i%1$d\"/>";

    private BarePages() {}

    /** The path of the page with so many inputs. */
    static String path(int inputs) {
        return "/bare/" + name(inputs);
    }

    /** Writes the application as {@code bare.war} with pages of 0 to {@code most} inputs. */
    static void write(Path folder, int most) throws IOException {
        Files.createDirectories(folder);
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(folder.resolve("bare.war")))) {
            add(war, "WEB-INF/web.xml", WEB_XML);
            add(war, "WEB-INF/beans.xml", "");
            for (int inputs = 0; inputs <= most; inputs++) {
                List<String> lines = IntStream.rangeClosed(1, inputs)
                        .mapToObj(INPUT::formatted)
                        .toList();
                add(war, name(inputs), PAGE.formatted(lines.stream().collect(Collectors.joining("\n"))));
            }
        }
    }

    private static String name(int inputs) {
        return "inputs-" + inputs + ".xhtml";
    }

    private static void add(ZipOutputStream war, String name, String text) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
