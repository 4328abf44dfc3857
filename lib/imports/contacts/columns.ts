export const addressBookColumns = {
  source: ["Source", "Quelle", "Fuente", "Origen", "Fonte", "Origem"],
  firstName: ["FirstName", "Vorname", "Prénom", "Nombre", "Nome", "Primeiro nome", "Nome próprio"],
  lastName: [
    ...["LastName", "Nachname", "Familienname", "Nom", "Nom de famille"],
    ...["Apellido", "Apellidos", "Sobrenome", "Último nome", "Apelido"],
  ],
  fullName: ["FullName", "Vollständiger Name", "Nom complet", "Nombre completo", "Nome completo"],
  companies: ["Companies", "Company", "Unternehmen", "Firmen", "Entreprises", "Entreprise", "Empresas", "Empresa"],
  title: ["Title", "Position", "Titel", "Titre", "Cargo", "Título", "Poste", "Puesto"],
  emails: [
    ...["Emails", "Email Addresses", "E-Mails", "E-Mail-Adressen", "Adresses e-mail", "Courriels"],
    ...["Correos electrónicos", "Direcciones de correo electrónico", "E-mails", "Endereços de e-mail"],
  ],
  phones: [
    ...["PhoneNumbers", "Phone Numbers", "Telefonnummern", "Numéros de téléphone"],
    ...["Números de teléfono", "Teléfonos", "Números de telefone", "Telefones"],
  ],
  location: ["Location", "Standort", "Ort", "Lieu", "Ubicación", "Localização", "Local"],
  profiles: ["Profiles", "Profile", "Profils", "Perfiles", "Perfis"],
} as const;

export type AddressBookColumn = keyof typeof addressBookColumns;
