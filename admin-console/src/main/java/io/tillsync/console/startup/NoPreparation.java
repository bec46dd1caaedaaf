package io.tillsync.console.startup;

@org.springframework.stereotype.Component
class NoPreparation implements Preparation {
    @Override
    public void prepare() {}
}
