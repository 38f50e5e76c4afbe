import test from 'node:test';
import { expectTexts } from './expectations.ts';

/** Statements that begin with a loaded document. */
const loaded = (xml: string, rest: string): string =>
  `Dom.Document d = new Dom.Document(); d.load('${xml.replaceAll("'", "\\'")}'); Dom.XmlNode root = d.getRootElement(); ${rest}`;

test('Dom.Document: reads elements, texts, comments and CDATA', () => {
  const books = '<books><!--two--><book id="1">A &amp; B</book><book id="2"><![CDATA[<C>]]></book></books>';
  expectTexts([
    [
      loaded(books, "return root.getName() + root.getChildren().size() + root.getChildElements().size() + '[' + root.getText() + ']';"),
      'books32[]',
    ],
    [
      loaded(
        books,
        "String all = ''; for (Dom.XmlNode n : root.getChildren()) all += n.getNodeType() + ':' + n.getText() + ' '; return all;",
      ),
      'COMMENT:two ELEMENT:A & B ELEMENT:<C> ',
    ],
    [
      loaded(
        books,
        "Dom.XmlNode b = root.getChildElement('book', null); return b.getAttribute('id', null) + b.getAttributeCount() + b.getAttributeKeyAt(0) + b.getAttributeKeyNsAt(0) + b.getParent().getName() + b.getNamespace();",
      ),
      '11idnullbooksnull',
    ],
    [loaded(books, "return '' + root.getChildElement('none', null) + root.getParent() + root.getAttribute('none', null);"), 'nullnullnull'],
    [loaded('<a x="1"/>', "return '[' + root.getText() + ']' + root.getChildren().size();"), '[]0'],
  ]);
});

test('Dom.XmlNode: names, attributes and values in namespaces', () => {
  const square =
    '<square xmlns="http://d" dimension="2" ns1:foo="ns2:bar" xmlns:ns1="http://ns1" xmlns:ns2="http://ns2"><ns1:side/></square>';
  expectTexts([
    [loaded(square, 'return root.getNamespace();'), 'http://d'],
    [
      loaded(
        square,
        "return root.getAttribute('foo', 'http://ns1') + ' ' + root.getAttributeValue('foo', 'http://ns1') + ' ' + root.getAttributeValueNs('foo', 'http://ns1') + ' ' + root.getAttribute('foo', null);",
      ),
      'ns2:bar bar http://ns2 null',
    ],
    [
      loaded(
        square,
        "Dom.XmlNode side = root.getChildElement('side', 'http://ns1'); return side.getNamespace() + side.getPrefixFor('http://ns2') + side.getNamespaceFor('ns1');",
      ),
      'http://ns1ns2http://ns1',
    ],
    [
      loaded(square, 'return d.toXmlString();'),
      '<?xml version="1.0" encoding="UTF-8"?><square dimension="2" ns1:foo="ns2:bar" xmlns="http://d" xmlns:ns1="http://ns1" xmlns:ns2="http://ns2"><ns1:side /></square>',
    ],
  ]);
});

test('Dom.Document: what was built is written', () => {
  expectTexts([
    [
      `Dom.Document d = new Dom.Document(); Dom.XmlNode root = d.createRootElement('Envelope', 'http://soap', 'soapenv');
       root.setNamespace('xsi', 'http://xsi');
       root.addChildElement('Body', 'http://soap', null).addChildElement('echo', 'http://echo', 'req').addTextNode('a < b & "c" > d');
       root.addCommentNode('end'); root.setAttributeNs('type', 'Body', 'http://xsi', 'http://soap'); return d.toXmlString();`,
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xsi:type="soapenv:Body" xmlns:soapenv="http://soap" xmlns:xsi="http://xsi">' +
        '<soapenv:Body><req:echo xmlns:req="http://echo">a &lt; b &amp; "c" > d</req:echo></soapenv:Body><!--end--></soapenv:Envelope>',
    ],
    [
      `Dom.Document d = new Dom.Document(); Dom.XmlNode root = d.createRootElement('r', null, null); root.setAttribute('q', '1 "<\\n'); root.setAttribute('q', '2"');
       Dom.XmlNode b = root.addChildElement('b', null, null); root.insertBefore(root.addChildElement('a', null, null), b);
       Boolean removed = root.removeChild(b); Boolean again = root.removeChild(b); return d.toXmlString().substringAfter('?>') + removed + again + root.removeAttribute('q', null);`,
      '<r q="2&quot;"><a /></r>truefalsetrue',
    ],
  ]);
});

test('Dom.Document.load: what is no XML is an XmlException, a DOCTYPE is refused', () => {
  expectTexts([
    [
      loaded('<a><b></a>', 'return null;').replace('return null;', 'return root.getName();'),
      'System.XmlException: Failed to parse XML due to: end tag name </a> must match start tag name <b> @1:11',
    ],
    ["new Dom.Document().load(''); return 'no';", 'System.XmlException: Failed to parse XML due to: no root element @1:1'],
    [
      "new Dom.Document().load('<a>&nbsp;</a>'); return 'no';",
      "System.XmlException: Failed to parse XML due to: could not resolve entity named 'nbsp' @1:10",
    ],
    [
      "new Dom.Document().load('<p:a/>'); return 'no';",
      'System.XmlException: Failed to parse XML due to: could not determine namespace bound to prefix p @1:7',
    ],
    ["new Dom.Document().load('<!DOCTYPE a><a/>'); return 'no';", '!! NotSupported: XML with a DOCTYPE'],
  ]);
});

test('XmlStreamReader: goes from event to event', () => {
  expectTexts([
    [
      `XmlStreamReader r = new XmlStreamReader('<?xml version="1.0"?><a x="1" n:y="2" xmlns:n="http://n"> <!--c--><b>text</b></a>');
       String all = r.getEventType() + ' '; while (r.hasNext()) { all += r.next(); if (r.hasName()) all += r.getLocalName(); if (r.hasText()) all += '(' + r.getText() + ')'; }
       return all + r.getEventType() + r.getVersion();`,
      'START_DOCUMENT 1a4( )5(c)1b4(text)2b2a8END_DOCUMENT1.0',
    ],
    [
      `XmlStreamReader r = new XmlStreamReader('<a x="1" n:y="2" xmlns:n="http://n"/>'); r.next();
       return r.getAttributeCount() + r.getAttributeValue(null, 'x') + r.getAttributeValue('http://n', 'y') + r.getAttributeLocalName(1) + r.getAttributePrefix(1) + r.getNamespaceURI('n') + r.getNamespaceCount() + r.isStartElement();`,
      '212ynhttp://n1true',
    ],
    [
      `XmlStreamReader r = new XmlStreamReader('<a>1 &amp; <![CDATA[<2>]]></a>'); r.setCoalescing(true); r.nextTag(); r.next(); return r.getText() + r.isWhitespace() + r.getEventType();`,
      '1 & <2>falseCHARACTERS',
    ],
    [`XmlStreamReader r = new XmlStreamReader('<a> <b/></a>'); r.nextTag(); r.nextTag(); return r.getLocalName();`, 'b'],
    [
      `XmlStreamReader r = new XmlStreamReader('<a>x</b>'); r.next(); r.next(); r.next(); return 'no';`,
      'System.XmlException: ParseError at [row,col]:[1,9]\nMessage: end tag name </b> must match start tag name <a>',
    ],
  ]);
});

test('XmlStreamWriter: writes in the order of the calls', () => {
  expectTexts([
    [
      `XmlStreamWriter w = new XmlStreamWriter(); w.writeStartDocument(null, '1.0'); w.writeProcessingInstruction('target', 'data');
       w.writeStartElement('m', 'Library', 'http://m'); w.writeNamespace('m', 'http://m'); w.writeComment('c'); w.writeCData('<x>');
       w.writeStartElement(null, 'book', null); w.writeDefaultNamespace('http://d'); w.writeAttribute(null, null, 'author', 'A "B"'); w.writeCharacters('a < b & c > d'); w.writeEndElement();
       w.writeEmptyElement(null, 'ISBN', null); w.writeStartElement(null, 'z', null); w.writeEndElement(); w.writeEndElement(); w.writeEndDocument(); w.close(); return w.getXmlString();`,
      '<?xml version="1.0"?><?target data?><m:Library xmlns:m="http://m"><!--c--><![CDATA[<x>]]><book xmlns="http://d" author="A &quot;B&quot;">a &lt; b &amp; c &gt; d</book><ISBN/><z></z></m:Library>',
    ],
    [
      "XmlStreamWriter w = new XmlStreamWriter(); w.writeStartDocument('UTF-8', '1.1'); return w.getXmlString();",
      '<?xml version="1.1" encoding="UTF-8"?>',
    ],
  ]);
});
