<?php

// The password is "test". All numbers are the tax agency's own test numbers; nobody bears them.

$person = fn (string $number, string $given, string $surname) => [
    'personalIdentityNumber' => $number,
    'givenName' => $given,
    'sn' => $surname,
    'displayName' => "$given $surname",
];
$demo = $person('196006172818', 'Demo', 'Demosson');

$config = [
    'persons' => [
        'exampleauth:UserPass',
        '196006172818:test' => $demo,
        '198003202390:test' => $person('198003202390', 'Främling', 'Testman'),
        '198512622393:test' => $person('198512622393', 'Samordna', 'Demonummer'),
        // the same person by a weaker e-ID, and one who changes their mind
        'loa2:test' => $demo + ['level' => 'http://id.elegnamnden.se/loa/1.0/loa2'],
        'cancel:test' => $demo + ['status' => 'http://id.elegnamnden.se/status/1.0/cancel'],
    ],
    'staff' => [
        'exampleauth:UserPass',
        'rut:test' => ['upn' => 'rut@alvstad.example', 'givenName' => 'Rut', 'sn' => 'Demostad', 'group' => ['Diariet', 'Alla']],
        // no group of use, but a number: those who run a directory can write any number into it
        'vera:test' => [
            'upn' => 'vera@alvstad.example',
            'group' => 'Alla',
            'personalIdentityNumber' => '196006172818',
        ],
    ],
];
