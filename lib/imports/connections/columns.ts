export const connectionColumns = {
  firstName: ["First Name", "Vorname", "Prénom", "Nombre", "Nome", "Primeiro nome", "Nome próprio"],
  lastName: [
    ...["Last Name", "Nachname", "Familienname", "Nom", "Nom de famille"],
    ...["Apellido", "Apellidos", "Sobrenome", "Último nome", "Apelido"],
  ],
  url: [
    ...["URL", "Profile URL", "Public Profile URL", "Profil-URL", "URL des Profils", "Profil-Link"],
    ...["URL du profil", "Lien du profil", "URL del perfil", "Enlace del perfil", "URL do perfil", "Link do perfil"],
  ],
  email: [
    ...["Email Address", "E-mail", "E-Mail-Adresse", "Adresse e-mail", "Adresse électronique", "Adresse courriel"],
    ...["Dirección de correo electrónico", "Correo electrónico", "Dirección de email"],
    ...["Endereço de e-mail", "Endereço eletrônico", "Correio eletrónico", "Endereço de correio eletrónico"],
  ],
  company: ["Company", "Unternehmen", "Firma", "Entreprise", "Société", "Empresa"],
  position: [
    ...["Position", "Job Title", "Jobtitel", "Stelle", "Poste", "Fonction", "Intitulé du poste"],
    ...["Cargo", "Posición", "Puesto", "Posição"],
  ],
  connectedOn: [
    ...["Connected On", "Verbunden am", "Verbunden seit", "Vernetzt am", "Vernetzt seit", "Kontakt seit"],
    ...["Connecté le", "Connectée le", "Connecté(e) le", "Date de connexion", "En relation depuis"],
    ...["En relation depuis le", "Relation depuis", "Date de mise en relation"],
    ...["Conectado el", "Conectado en", "Conectado desde", "Fecha de conexión", "Contacto desde", "Conexión desde"],
    ...["Conectado em", "Conectada em", "Data de conexão", "Data da conexão", "Conexão desde", "Ligado em"],
    ...["Data da ligação", "Data de ligação"],
  ],
} as const;

export type ConnectionColumn = keyof typeof connectionColumns;
