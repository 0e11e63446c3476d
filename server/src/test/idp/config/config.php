<?php

$folder = getenv('IDP_FOLDER');

$config = [
    'baseurlpath' => 'http://127.0.0.1:' . getenv('IDP_PORT') . '/',
    'certdir' => $folder . '/cert/',
    'loggingdir' => $folder . '/log/',
    'datadir' => $folder . '/data/',
    'tempdir' => $folder . '/tmp/',
    'secretsalt' => trim(file_get_contents($folder . '/salt')),
    'timezone' => 'Europe/Stockholm',
    'language.available' => ['sv', 'en'],
    'language.default' => 'sv',
    'logging.handler' => 'file',
    'logging.level' => SimpleSAML\Logger::INFO,
    'showerrors' => true,
    'errorreporting' => false,
    // no TLS on loopback, and browsers take Secure cookies from 127.0.0.1 only sometimes
    'session.cookie.secure' => false,
    'language.cookie.secure' => false,
    'session.cookie.samesite' => 'Lax',
    'language.cookie.samesite' => 'Lax',
    'store.type' => 'phpsession',
    'session.phpsession.savepath' => $folder . '/session',
    'enable.saml20-idp' => true,
    'module.enable' => ['core' => true, 'saml' => true, 'exampleauth' => true],
    // what it is given by hand, and what `trust` wrote
    'metadata.sources' => [
        ['type' => 'flatfile', 'directory' => dirname(__DIR__) . '/metadata'],
        ['type' => 'flatfile', 'directory' => $folder . '/metadata'],
    ],
];
