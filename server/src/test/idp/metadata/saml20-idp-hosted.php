<?php

// The provider by the Swedish framework: signed response, encrypted assertion, level of assurance, OID names.

$binding = getenv('IDP_BINDING') ?: 'HTTP-Redirect';

$metadata['__DYNAMIC:1__'] = [
    'host' => '__DEFAULT__',
    'privatekey' => 'idp.key',
    'certificate' => 'idp.crt',
    'auth' => 'persons',
    'UIInfo' => ['DisplayName' => ['sv' => "SimpleSAMLphp, $binding", 'en' => "SimpleSAMLphp by $binding"]],
    'EntityAttributes' => [
        '{urn:oasis:names:tc:SAML:2.0:attrname-format:uri}urn:oasis:names:tc:SAML:attribute:assurance-certification' =>
            ['http://id.elegnamnden.se/loa/1.0/loa3'],
        '{urn:oasis:names:tc:SAML:2.0:attrname-format:uri}http://macedir.org/entity-category' => [
            'http://id.elegnamnden.se/ec/1.0/loa3-pnr',
            'http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number',
        ],
    ],
    'SingleSignOnServiceBinding' => ['urn:oasis:names:tc:SAML:2.0:bindings:' . $binding],
    'NameIDFormat' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    'attributes.NameFormat' => 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
    // requests must be signed, whichever way they come
    'validate.authnrequest' => true,
    'redirect.validate' => true,
    'saml20.sign.response' => true,
    'saml20.sign.assertion' => true,
    'assertion.encryption' => true,
    'authproc' => [
        10 => [
            'class' => 'core:PHP',
            'code' => '
                if (isset($attributes["status"])) {
                    // plainly thrown it would end on a page of this provider
                    \SimpleSAML\Auth\State::throwException($state, new \SimpleSAML\Module\saml\Error(
                        \SAML2\Constants::STATUS_RESPONDER, $attributes["status"][0]));
                }',
        ],
        20 => ['class' => 'saml:PersistentNameID', 'attribute' => 'personalIdentityNumber'],
        30 => ['class' => 'saml:AuthnContextClassRef', 'AuthnContextClassRef' => 'http://id.elegnamnden.se/loa/1.0/loa3'],
        40 => [
            'class' => 'core:PHP',
            'code' => '
                if (isset($attributes["level"])) {
                    $state["saml:AuthnContextClassRef"] = $attributes["level"][0];
                }',
        ],
        50 => [
            'class' => 'core:AttributeMap',
            'personalIdentityNumber' => 'urn:oid:1.2.752.29.4.13',
            'givenName' => 'urn:oid:2.5.4.42',
            'sn' => 'urn:oid:2.5.4.4',
            'displayName' => 'urn:oid:2.16.840.1.113730.3.1.241',
        ],
        60 => [
            'class' => 'core:AttributeLimit',
            'urn:oid:1.2.752.29.4.13',
            'urn:oid:2.5.4.42',
            'urn:oid:2.5.4.4',
            'urn:oid:2.16.840.1.113730.3.1.241',
        ],
    ],
];

// The municipality's own provider, in the manner of ADFS and Entra: roles and accounts by claims, no Swedish level.

if (getenv('IDP_STAFF')) {
    $claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';
    $metadata['__DYNAMIC:1__'] = [
        'auth' => 'staff',
        'UIInfo' => ['DisplayName' => ['sv' => 'Älvstads kommun, anställd', 'en' => 'Älvstad, employee']],
        'EntityAttributes' => [],
        'authproc' => [
            30 => [
                'class' => 'saml:AuthnContextClassRef',
                'AuthnContextClassRef' => 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
            ],
            50 => [
                'class' => 'core:AttributeMap',
                'upn' => $claims . 'upn',
                'givenName' => $claims . 'givenname',
                'sn' => $claims . 'surname',
                'group' => 'http://schemas.xmlsoap.org/claims/Group',
                'personalIdentityNumber' => 'urn:oid:1.2.752.29.4.13',
            ],
        ],
        'NameIDFormat' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
    ] + $metadata['__DYNAMIC:1__'];
}
