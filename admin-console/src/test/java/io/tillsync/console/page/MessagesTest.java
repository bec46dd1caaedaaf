package io.tillsync.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every text is there, in every language, and is asked for by a name that exists. */
class MessagesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
    private static final Set<String> OTHERS =
            new Languages().all().stream().skip(1).map(Object::toString).collect(Collectors.toSet());

    private static Resource[] resources(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String path) {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    static Stream<String> bundles() {
        return Arrays.stream(resources("classpath:messages/*.properties"))
                .map(file -> String.valueOf(file.getFilename()).replace(".properties", ""))
                .filter(name -> OTHERS.stream().noneMatch(language -> name.endsWith("_" + language)));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsThereInEveryLanguage(String bundle) {
        Properties english = load("messages/" + bundle + ".properties");
        for (String language : OTHERS) {
            Properties other = load("messages/" + bundle + "_" + language + ".properties");
            assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
            other.stringPropertyNames().forEach(key -> {
                assertThat(other.getProperty(key)).as(key).isNotBlank();
                assertThat(placeholders(other.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            });
        }
    }

    @Test
    void everyBundleIsUsed() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        String names = String.valueOf(yaml.getObject().getProperty("spring.messages.basename"));
        assertThat(names.split(",\\s*"))
                .containsExactlyInAnyOrderElementsOf(
                        bundles().map(name -> "messages/" + name).toList());
    }

    private static Set<String> texts() {
        return bundles()
                .flatMap(name -> load("messages/" + name + ".properties").stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextThatATemplateAsksForIsThere() {
        Set<String> asked = Arrays.stream(resources("classpath:templates/**/*.html"))
                .flatMap(template -> KEY.matcher(content(template)).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(50);
        asked.removeAll(texts());
        assertThat(asked).isEmpty();
    }

    private static String content(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTypeAndFieldHasAName() {
        Set<String> missing = types().flatMap(MessagesTest::names).collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).contains("type.products", "field.price");
        missing.removeAll(texts());
        assertThat(missing).isEmpty();
    }

    private static Stream<String> names(EntityType type) {
        return Stream.concat(
                Stream.of("type." + type.name(), "type." + type.name() + ".one"),
                type.fields().values().stream()
                        .filter(field -> !field.hidden())
                        .map(Field::name)
                        .map("field."::concat));
    }

    private static Stream<EntityType> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Declaration.class));
        return scanner.findCandidateComponents("io.tillsync.core").stream().map(MessagesTest::type);
    }

    private static EntityType type(BeanDefinition found) {
        try {
            var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((Declaration) constructor.newInstance()).type();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
